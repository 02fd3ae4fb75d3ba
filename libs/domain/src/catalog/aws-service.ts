/** All names of one service. No name, folded (rules 5.1), belongs to two services. */
export interface AwsService {
  /** The official full name. */
  readonly name: string;
  readonly earlierNames: readonly string[];
  /** Usual short forms. Bare common words are left out ("Config", "Batch"): they would stand in any text. */
  readonly shortNames: readonly string[];
}

/** These read otherwise with the other word before them: Amazon's shop has a marketplace of its own. */
const keepPrefix: ReadonlySet<string> = new Set(['AWS Marketplace', 'AWS Supply Chain', 'AWS Support', 'AWS Training and Certification']);

/** One row of the catalog of AWS services. */
export function awsService(name: string, shortNames: readonly string[] = [], earlierNames: readonly string[] = []): AwsService {
  const given = [name, ...shortNames, ...earlierNames];
  const swapped = given.map(otherPrefix).filter((form): form is string => form !== null && !given.includes(form));
  return { name, earlierNames, shortNames: [...shortNames, ...new Set(swapped)] };
}

/**
 * The China regions call every "AWS X" officially "Amazon X" (Amazon Lambda), and people everywhere write "AWS X"
 * for an "Amazon X" (AWS EKS): both are names of the service.
 */
function otherPrefix(name: string): string | null {
  if (keepPrefix.has(name)) return null;
  if (name.startsWith('AWS ')) return `Amazon ${name.slice(4)}`;
  if (name.startsWith('Amazon ')) return `AWS ${name.slice(7)}`;
  return null;
}
