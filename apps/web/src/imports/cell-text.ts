/** `Studies!J4` as people say it: "Studies J4". */
export function cellText(path: string): string {
  return path.replace('!', ' ');
}
