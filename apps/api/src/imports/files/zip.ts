import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { UnreadableFile } from './table.js';

const inflate = promisify(inflateRaw);

const mostEntries = 5_000;
const mostUnzipped = 256 * 1024 * 1024;
/** Sheets full of equal cells pack 50:1; deflate cannot do more than 1032:1, which only bombs come near to. */
const highestRatio = 250;
const ratioCountsFrom = 4 * 1024 * 1024;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The parts of a zip file by name. Nothing is unpacked before its size is known to be bearable. */
export interface Zip {
  has(name: string): boolean;
  read(name: string): Promise<Buffer>;
}

/**
 * Opens a zip file. Refuses by the sizes its directory declares; a part that unpacks to more than it declared is
 * refused at that very byte, so memory stays bounded whatever the file says.
 */
export function openZip(file: Buffer): Zip {
  const entries = directoryOf(file);
  const total = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  if (total > mostUnzipped) throw new UnreadableFile('unpacks-too-large', { limit: mostUnzipped });
  for (const { packed, unpacked } of entries.values()) {
    if (unpacked > ratioCountsFrom && unpacked > packed * highestRatio)
      throw new UnreadableFile('unpacks-too-large', { limit: mostUnzipped });
  }
  return {
    has: (name) => entries.has(name),
    read: async (name) => {
      const entry = entries.get(name);
      if (!entry) throw damaged(name);
      return unpack(file, entry, name);
    },
  };
}

/** Each part is unpacked at most once by its readers, so the declared sum bounds the work too. */
async function unpack(file: Buffer, entry: Entry, name: string): Promise<Buffer> {
  const { offset } = entry;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) throw damaged(name);
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw damaged(name);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(name);
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch (error) {
    const lied = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw lied ? new UnreadableFile('unpacks-too-large', { part: name }) : damaged(name);
  }
}

/** The central directory; sizes in local headers may be missing and are not looked at. */
function directoryOf(file: Buffer): Map<string, Entry> {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  if (count > mostEntries) throw new UnreadableFile('unpacks-too-large', { entries: count });
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) throw damaged('directory');
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (file.readUInt16LE(at + 8) & 1) throw new UnreadableFile('encrypted-or-old-workbook');
    entries.set(name, {
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record that ends a zip file stands within its last 64 KiB, before a comment. */
function endOfDirectory(file: Buffer): number {
  const earliest = Math.max(0, file.length - 65_557);
  for (let at = file.length - 22; at >= earliest; at -= 1) {
    if (file.readUInt32LE(at) === 0x06054b50) return at;
  }
  throw damaged('directory');
}

function damaged(part: string): UnreadableFile {
  return new UnreadableFile('damaged-workbook', { part });
}
