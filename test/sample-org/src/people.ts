export interface Person {
  readonly name: string;
  readonly login: string;
  readonly email: string;
}

const givenNames = [
  'Ilsabet',
  'Torvin',
  'Maraike',
  'Quenby',
  'Odalys',
  'Fenwick',
  'Zdenka',
  'Anselmo',
  'Brisa',
  'Caoimhe',
  'Dorotka',
  'Evander',
  'Filipa',
  'Gudmund',
  'Hyacintha',
  'Ignatz',
  'Jorunn',
  'Katinka',
  'Leopolda',
  'Mircea',
  'Nerissa',
  'Oisin',
  'Perpetua',
  'Radomir',
];
const familyNames = [
  'Vantreight',
  'Oskarbie',
  'Lindqvern',
  'Tamboury',
  'Kestrelli',
  'Dunmarrow',
  'Pettigrove',
  'Szalontai',
  'Abernoth',
  'Wexcombe',
  'Yarrowick',
  'Estradoval',
  'Haldersund',
  'Mbekani',
  'Rostovar',
  'Quillane',
  'Fiorucchi',
  'Nakagiri',
  'Osterhaug',
  'Bramwyck',
];

/** All 48 people of the company, who are invented. Their names appear in commits, notes and mentions. */
export const people: readonly Person[] = Array.from({ length: 48 }, (_, index) => {
  const given = givenNames[index % givenNames.length] ?? '';
  const family = familyNames[(index * 7 + Math.floor(index / givenNames.length)) % familyNames.length] ?? '';
  const login =
    index % 3 === 0 ? `${given}-${family}` : index % 3 === 1 ? `${given[0]}${family}` : `${given}${family[0]}${index}`;
  return {
    name: `${given} ${family}`,
    login: login.toLowerCase(),
    email: `${given}.${family}@larkhaul.example`.toLowerCase(),
  };
});

export const bots: readonly Person[] = [
  { name: 'release-train', login: 'release-train', email: 'release-train@larkhaul.example' },
  { name: 'dependency-robin', login: 'dependency-robin', email: 'dependency-robin@larkhaul.example' },
];
