/** The folder, in the data folder, in which a restore prepares the database. */
export const restoringName = 'restoring';
