/** Matches ids of tickets, such as `OPS-1360`, but not Oracle's errors. */
export const ticketId = /^(?!ORA-)\p{Lu}{2,}-\d+$/u;

/** Matches the id of a ticket at the beginning of a title, such as `OPS-1360:` or `[OPS-1360]`. */
export const leadingTicketId = /^\s*\[?\p{Lu}{2,10}-\d{1,6}\]?[:\s-]*/u;
