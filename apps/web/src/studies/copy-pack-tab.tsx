export function CopyPackTab() { return null; }
