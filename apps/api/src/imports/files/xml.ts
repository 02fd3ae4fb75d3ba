/**
 * A flat walk over the tags of an XML part. It knows just what workbooks need: no DTD, no entities but the five and
 * numbers, no tree, so no file can make it expand or nest anything.
 */
export class XmlWalk {
  /** Local name of the present tag, without its prefix. */
  name = '';
  closing = false;
  /** `<c/>`: opens and closes at once. */
  empty = false;
  private attributesFrom = 0;
  private attributesTo = 0;
  private at = 0;
  private readonly xml: Buffer;

  constructor(xml: Buffer) {
    this.xml = withoutUtf16(xml);
  }

  /** Moves to the next tag; false at the end. */
  next(): boolean {
    for (;;) {
      const open = this.xml.indexOf(0x3c, this.at);
      if (open < 0) return false;
      const first = this.xml[open + 1];
      if (first === 0x21 || first === 0x3f) {
        this.at = this.afterSpecial(open);
        continue;
      }
      return this.tag(open);
    }
  }

  /** The value of an attribute, whatever its prefix. Bytes are compared, since sheets have a million attributes. */
  attribute(name: string): string | undefined {
    const end = Math.min(this.attributesTo, this.attributesFrom + longestTag);
    let at = this.attributesFrom;
    while (at < end) {
      const equals = this.xml.indexOf(0x3d, at);
      if (equals < 0 || equals >= end) return undefined;
      let open = equals + 1;
      while (open < end && (this.xml[open] as number) <= 0x20) open += 1;
      const close = this.xml.indexOf(this.xml[open] as number, open + 1);
      if (close < 0 || close > end) return undefined;
      if (this.endsWithName(at, equals, name)) return unescapeXml(this.xml.toString('utf8', open + 1, close));
      at = close + 1;
    }
    return undefined;
  }

  /** Whether the bytes before the `=` end with this name, after white space or a prefix's colon. */
  private endsWithName(from: number, equals: number, name: string): boolean {
    let end = equals;
    while (end > from && (this.xml[end - 1] as number) <= 0x20) end -= 1;
    const start = end - name.length;
    if (start < from) return false;
    for (let i = 0; i < name.length; i += 1) if (this.xml[start + i] !== name.charCodeAt(i)) return false;
    const before = start === from ? 0x20 : (this.xml[start - 1] as number);
    return before <= 0x20 || before === 0x3a;
  }

  /** The text from here to the next tag. Text in CDATA counts as well. */
  text(): string {
    let from = this.at;
    let result = '';
    for (;;) {
      const open = this.xml.indexOf(0x3c, from);
      const to = open < 0 ? this.xml.length : open;
      result += unescapeXml(this.xml.toString('utf8', from, to));
      if (open < 0 || this.xml[open + 1] !== 0x21) return result;
      const after = this.afterSpecial(open);
      if (this.xml.toString('latin1', open, open + 9) === '<![CDATA[') result += this.xml.toString('utf8', open + 9, after - 3);
      from = after;
    }
  }

  private tag(open: number): boolean {
    const close = endOfTag(this.xml, open);
    if (close < 0) return false;
    this.at = close + 1;
    this.closing = this.xml[open + 1] === 0x2f;
    this.empty = this.xml[close - 1] === 0x2f;
    const from = this.closing ? open + 2 : open + 1;
    let to = from;
    let local = from;
    for (; to < close; to += 1) {
      const byte = this.xml[to] as number;
      if (byte === 0x3a) local = to + 1;
      else if (byte <= 0x20 || byte === 0x2f) break;
    }
    this.name = this.xml.toString('latin1', local, to);
    this.attributesFrom = to;
    this.attributesTo = close;
    return true;
  }

  private afterSpecial(open: number): number {
    const ends = this.xml.toString('latin1', open, open + 9);
    const end = ends === '<![CDATA[' ? ']]>' : ends.startsWith('<!--') ? '-->' : '>';
    const at = this.xml.indexOf(end, open + 2, 'latin1');
    return at < 0 ? this.xml.length : at + end.length;
  }
}

/** The `>` that ends a tag; one inside a quoted attribute does not. */
function endOfTag(xml: Buffer, open: number): number {
  let quote = 0;
  for (let i = open; i < xml.length; i += 1) {
    const byte = xml[i] as number;
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
    else if (byte === 0x3e) return i;
  }
  return -1;
}

/** No workbook has longer tags; the search for attributes must stay short. */
const longestTag = 8_192;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return named[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function withoutUtf16(xml: Buffer): Buffer {
  const little = xml[0] === 0xff && xml[1] === 0xfe;
  const big = xml[0] === 0xfe && xml[1] === 0xff;
  if (!little && !big) return xml;
  return Buffer.from(new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(xml));
}
