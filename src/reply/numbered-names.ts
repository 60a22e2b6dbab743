import type { Catalogue } from '../stats/catalogue.js';

/** The names of a catalogue that hold a digit («gạch loại 2 lỗ»), found in a text however many there are. */
export interface NumberedNames {
  /** Those that stand in the text, with either case of their first letter. */
  within(text: string): readonly string[];
}

/** Where a name's key begins and how long it is: the first letter is left out, its case varies. */
const FROM = 1;
const SIZE = 6;
/** Shorter names are no literals at all. */
const SHORTEST = 5;

const made = new WeakMap<Catalogue, NumberedNames>();

export function numberedNames(catalogue: Catalogue): NumberedNames {
  const known = made.get(catalogue);
  if (known) return known;
  const fresh = build(catalogue);
  made.set(catalogue, fresh);
  return fresh;
}

function build(catalogue: Catalogue): NumberedNames {
  const short: string[] = [];
  const byKey = new Map<string, string[]>();
  for (const { name } of catalogue.indicators) {
    if (name.length < SHORTEST || !/\d/.test(name)) continue;
    for (const form of new Set([name, name.charAt(0).toLowerCase() + name.slice(1)])) {
      if (form.length < FROM + SIZE) {
        short.push(form);
        continue;
      }
      const key = form.slice(FROM, FROM + SIZE);
      const list = byKey.get(key);
      if (list) list.push(form);
      else byKey.set(key, [form]);
    }
  }
  return {
    within(text) {
      const found = new Set(short.filter((name) => text.includes(name)));
      if (byKey.size > 0)
        for (let at = FROM; at + SIZE <= text.length; at++)
          for (const name of byKey.get(text.slice(at, at + SIZE)) ?? [])
            if (text.startsWith(name, at - FROM)) found.add(name);
      return [...found];
    },
  };
}
