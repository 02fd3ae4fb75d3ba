export function LinksTab() { return null; }
