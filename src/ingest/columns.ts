/** The kinds of files and the columns of each. A file's kind is told by its header, never by its name. */

export type FileKind = 'observations' | 'indicators' | 'areas' | 'sources' | 'groups' | 'aliases';

export interface Layout {
  readonly kind: FileKind;
  /** What the file is, for messages. */
  readonly name: string;
  /** A header with one of these columns is of this kind. */
  readonly signs: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** In the order in which headers are tried. */
export const LAYOUTS: readonly Layout[] = [
  {
    kind: 'observations',
    name: 'số liệu',
    signs: ['time_period', 'value', 'measure'],
    required: [
      'indicator',
      'area',
      'level',
      'measure',
      'time_period',
      'basis',
      'value',
      'unit',
      'status',
      'trust',
      'source',
    ],
    optional: ['value_to', 'bound', 'as_published', 'place', 'note'],
  },
  {
    kind: 'sources',
    name: 'nguồn',
    signs: ['publisher', 'publisher_kind', 'edition'],
    required: ['source', 'publisher', 'publisher_kind', 'title', 'published', 'edition', 'url'],
    optional: ['note'],
  },
  {
    kind: 'groups',
    name: 'nhóm',
    signs: ['members'],
    required: ['group', 'name', 'members'],
    optional: ['rule', 'note'],
  },
  {
    kind: 'aliases',
    name: 'tên gọi khác',
    signs: ['alias', 'target'],
    required: ['kind', 'target', 'alias'],
    optional: ['note'],
  },
  {
    kind: 'indicators',
    name: 'chỉ tiêu',
    signs: ['indicator'],
    required: ['indicator', 'name', 'group', 'kind', 'unit'],
    optional: ['note'],
  },
  {
    kind: 'areas',
    name: 'địa bàn',
    signs: ['area'],
    required: ['area', 'name', 'kind'],
    optional: ['region', 'note'],
  },
];

/** The layout that a header belongs to, or null. */
export function layoutOf(header: readonly string[]): Layout | null {
  return LAYOUTS.find((layout) => layout.signs.some((sign) => header.includes(sign))) ?? null;
}

/** For the message about a header that is none of these. */
export function describeLayouts(): string {
  return LAYOUTS.map((l) => `${l.name} (${l.required.join(', ')})`).join('; ');
}
