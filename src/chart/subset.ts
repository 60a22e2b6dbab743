/** A TrueType font with the outlines of a few letters only. Glyphs keep their numbers, so that every other table stays true. */

/** What a browser demands, and no more: kerning and hints go, as layout here counts without them. */
const KEPT = ['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'post'] as const;

/** Bits of a composite glyph's parts. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const SCALE_XY = 0x0040;
const MATRIX = 0x0080;

/**
 * @param font a TrueType font whose cmap has a table of format 4
 * @param letters code points; those the font has not are passed over
 */
export function subset(font: Buffer, letters: ReadonlySet<number>): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`a font without the table ${tag}`);
    return found;
  };
  const [glyf, loca, head] = [table('glyf'), table('loca'), table('head')];
  const long = head.readInt16BE(50) === 1;
  const offset = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const outline = (glyph: number) => glyf.subarray(offset(glyph), offset(glyph + 1));
  const glyphs = closure([0, ...glyphsOf(table('cmap'), letters)], outline);
  const count = table('maxp').readUInt16BE(4);
  const places = Buffer.alloc((count + 1) * 4);
  const pieces: Buffer[] = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    places.writeUInt32BE(at, glyph * 4);
    if (!glyphs.has(glyph)) continue;
    const piece = padded(outline(glyph));
    pieces.push(piece);
    at += piece.length;
  }
  places.writeUInt32BE(at, count * 4);
  const newHead = Buffer.from(head);
  newHead.writeInt16BE(1, 50);
  // Names of glyphs serve nobody here.
  const post = Buffer.from(table('post').subarray(0, 32));
  post.writeUInt32BE(0x00030000, 0);
  const fresh = new Map<string, Buffer>([
    ['glyf', Buffer.concat(pieces)],
    ['loca', places],
    ['head', newHead],
    ['post', post],
  ]);
  return assembled(KEPT.map((tag) => [tag, fresh.get(tag) ?? table(tag)] as const));
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const out = new Map<string, Buffer>();
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    const from = font.readUInt32BE(entry + 8);
    const tag = font.toString('latin1', entry, entry + 4);
    out.set(tag, font.subarray(from, from + font.readUInt32BE(entry + 12)));
  }
  return out;
}

/** The glyphs of letters, by the cmap's table of format 4. */
function glyphsOf(cmap: Buffer, letters: ReadonlySet<number>): number[] {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8));
  const at = offsets.find((o) => cmap.readUInt16BE(o) === 4);
  if (at === undefined) throw new Error('a font without a cmap of format 4');
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const [ends, starts] = [at + 14, at + 16 + segments * 2];
  const [deltas, ranges] = [starts + segments * 2, starts + segments * 4];
  const out: number[] = [];
  for (const letter of letters)
    for (let i = 0; i < segments; i++) {
      if (cmap.readUInt16BE(ends + i * 2) < letter) continue;
      const start = cmap.readUInt16BE(starts + i * 2);
      if (start > letter) break;
      const delta = cmap.readUInt16BE(deltas + i * 2);
      const range = cmap.readUInt16BE(ranges + i * 2);
      const own = range === 0 ? letter : cmap.readUInt16BE(ranges + i * 2 + range + (letter - start) * 2);
      if (range === 0 || own !== 0) out.push((own + delta) & 0xffff);
      break;
    }
  return out;
}

/** Glyphs and those they are put together from: «ệ» is «e» with its marks. */
function closure(first: readonly number[], outline: (glyph: number) => Buffer): Set<number> {
  const out = new Set<number>();
  const open = [...first];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (out.has(glyph)) continue;
    out.add(glyph);
    const data = outline(glyph);
    if (data.length === 0 || data.readInt16BE(0) >= 0) continue;
    let at = 10;
    for (let flags = MORE; flags & MORE; ) {
      flags = data.readUInt16BE(at);
      open.push(data.readUInt16BE(at + 2));
      at += 4 + (flags & WORDS ? 4 : 2);
      at += flags & SCALE ? 2 : flags & SCALE_XY ? 4 : flags & MATRIX ? 8 : 0;
    }
  }
  return out;
}

const padded = (data: Buffer): Buffer =>
  data.length % 4 === 0 ? data : Buffer.concat([data, Buffer.alloc(4 - (data.length % 4))]);

/** Tables as a font file; `tables` in the order of their tags. */
function assembled(tables: readonly (readonly [tag: string, data: Buffer])[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + tables.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  const bodies: Buffer[] = [];
  let at = header.length;
  for (const [i, [tag, data]] of tables.entries()) {
    const body = padded(data);
    header.write(tag, 12 + i * 16, 'latin1');
    header.writeUInt32BE(sum(body), 16 + i * 16);
    header.writeUInt32BE(at, 20 + i * 16);
    header.writeUInt32BE(data.length, 24 + i * 16);
    bodies.push(body);
    at += body.length;
  }
  return Buffer.concat([header, ...bodies]);
}

/** A table's checksum: its words added up. */
function sum(data: Buffer): number {
  let out = 0;
  for (let at = 0; at < data.length; at += 4) out = (out + data.readUInt32BE(at)) >>> 0;
  return out;
}
