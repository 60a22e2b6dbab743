// What was asked in this browser. It stays here: the server keeps no list.

const NAME = 'solieu.history';
const MOST = 50;
const LONGEST = 600;

const isText = (value) => typeof value === 'string' && value !== '';

/** A stored entry as the page trusts it; null for anything else that may lie there. */
function entryOf(value) {
  if (!isText(value?.question)) return null;
  const { question, key, form, about } = value;
  return {
    question: question.slice(0, LONGEST),
    key: isText(key) ? key : null,
    form: isText(form) ? form : null,
    about: isText(about) ? about.slice(0, LONGEST) : null,
  };
}

function read() {
  try {
    const list = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    return Array.isArray(list) ? list.map(entryOf).filter(Boolean).slice(0, MOST) : [];
  } catch {
    // A browser may keep nothing for us, or something that is not ours.
    return [];
  }
}

function write(list) {
  try {
    localStorage.setItem(NAME, JSON.stringify(list));
  } catch {
    // No room or no leave: the questions of this visit are on the page all the same.
  }
}

export const past = {
  /** Newest first. */
  list: read,
  add(entry) {
    const kept = entryOf(entry);
    if (!kept) return;
    const same = (e) => e.question === kept.question && e.key === kept.key && e.form === kept.form;
    write([kept, ...read().filter((e) => !same(e))].slice(0, MOST));
  },
  clear() {
    try {
      localStorage.removeItem(NAME);
    } catch {
      // Nothing was kept.
    }
  },
};
