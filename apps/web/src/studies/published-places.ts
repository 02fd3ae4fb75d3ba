import type { StudyDocument } from '@caseboard/contracts';

/** The paths of all texts that an anonymous study publishes (rules 5.4), in the order of the page; empty ones left out. */
export function publishedPlaces(study: StudyDocument): string[] {
  const texts: [string, string][] = [
    ['title', study.title],
    ['summary', study.summary],
    ['url', study.url],
    ['anonymousDescription', study.anonymousDescription],
    ...(['aboutCustomer', 'challenge', 'solution', 'results', 'aboutPartner'] as const).flatMap((name) =>
      study.sections[name].map((text, index): [string, string] => [`sections.${name}[${index}]`, text]),
    ),
    ...study.services.map(({ usage }, index): [string, string] => [`services[${index}].usage`, usage]),
    ...study.outcomes.map(({ statement }, index): [string, string] => [`outcomes[${index}].statement`, statement]),
    ...(['before', 'during', 'after'] as const).map((when): [string, string] => [`support.${when}`, study.support[when]]),
  ];
  return texts.filter(([, text]) => text.trim() !== '').map(([path]) => path);
}
