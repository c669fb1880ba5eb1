/** Given names that are common among software developers and seldom name products or places. */
const names = `aaron abdul adam adrian agnieszka ahmed aisha alan albert alejandro aleksandr alex alexander alexandra
alexei alexis ali alice alicia alison amanda amir amit amy ana anders andre andrea andreas andrei andrew andy angela anil
anita anjali ann anna anne anthony antoine antonio arjun arthur asha ashley barbara beatriz ben benjamin bernard beth bill
bob brad brandon brenda brian bruno caitlin carl carla carlos carmen carol caroline catherine charles charlie charlotte chen
chloe chris christian christina christine christopher claire clara claudia colin craig dan dana daniel daniela danielle
darren dave david deborah deepak denis dennis diana diego dmitri dmitry dominik donald donna doug dylan ed eddie edgar
eduardo edward elena eli elias elizabeth ella ellen emily emma eric erik erin ethan eva evan fatima felix fernando fiona
francesca francesco francisco frank fred frida gabriel gabriela gareth gary george gerard giulia giuseppe gordon graham
greg gregory guillaume gustavo hannah hans harry hassan heather helen henrik henry hiroshi hugo ian ibrahim igor ingrid
irina isaac isabel isabella ivan jack jacob jacques james jamie jan jane janet jason javier jean jeff jennifer jenny jens
jeremy jo jerry jesse jessica jim joan joanna joe joel johan johannes john johnny jonas jonathan jorge jose josé joseph josh
joshua juan judith julian julie julien jun jürgen justin karen karin karl kate katherine kathleen katie kavita keith kelly
ken kenji kenneth kevin kim klaus krishna kristen kristin kyle lakshmi lars laura lauren laurent lena leo leon leonardo
lisa liam linda ling lorenzo louis louise lucas lucia lucy luis luisa lukas luke maciej magnus manuel marc marcel marco
marcus maria marie marina mario marta martha martin mary mateo matt matteo matthew matthias maurice mehmet mei melissa
miguel michael michal michel michelle mike mikhail miriam mohamed mohammed monica muhammad nadia nancy naomi natalia
natalie nathan neil neha nicholas nick nicolas nicole nikita nikolai nina noah oleg olga oliver olivia omar oscar owen pablo
paolo patricia patrick paul paula pavel pedro peter petra philip philipp philippe pierre piotr pooja priya rachel rafael
rahul raj rajesh ralph ramesh raúl rebecca ricardo richard rob robert roberto robin rodrigo roger roland ron rosa ross
roxana ryan sabine salma sam samantha samuel sandeep sandra sanjay santiago sara sarah scott sean sebastian sergei sergey
sergio seth shane shannon sharon shawn simon sofia sonia sophia sophie stefan stefano stephanie stephen steve steven
stuart sunil suresh susan svetlana tanya tatiana ted teresa thomas tim timothy tobias todd tom tomas tommy tony tracy
vanessa vera veronica victor victoria vijay vikram vincent vivek vladimir walter wanda wei wendy wolfgang xavier yasmin
yuki yuri yusuf yvonne zach zoe zoë`;

const known: ReadonlySet<string> = new Set(names.split(/\s+/u));

export function isGivenName(word: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(word) && known.has(word.toLowerCase());
}
