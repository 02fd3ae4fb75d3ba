/**
 * The short name of a specialization for tight places: without "AWS", "Competency" and earlier names, as people say
 * it. The programme's own path is left out, the software path is said: "DevOps", "Retail · software", "Amazon ECS Delivery".
 */
export function specializationName(name: string): string {
  const isSoftware = / - software$/.test(name);
  const short = name
    .replace(/ - (services|software)$/, '')
    .replace(/,? ?\(formerly [^)]*\)/, '')
    .replace(/, formerly [^)]*\)/, ')')
    .replace(/ Competency\b/, '')
    .replace(/^AWS /, '')
    .trim();
  return isSoftware ? `${short} · software` : short || name;
}
