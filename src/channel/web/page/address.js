// The address of an answer: whoever opens it gets the same one.

/** What an address asks: the words, the key where they lean on earlier ones, the form; null where nothing is asked. */
export function readAddress() {
  const given = new URLSearchParams(location.search);
  const question = given.get('q')?.trim();
  if (!question) return null;
  return { question, key: given.get('k'), form: given.get('f') };
}

/** The address of an answer, from the page's own. The words always; the rest only where they alone would say less. */
export function addressOf({ question, reply, form }) {
  const asked = new URLSearchParams({ q: question });
  const leans = reply?.carried && reply.key;
  if (leans) asked.set('k', reply.key);
  // The key holds what was asked, not as what: «vẽ biểu đồ».
  const wanted = form ?? (leans ? reply.form : null);
  if (wanted) asked.set('f', wanted);
  return `?${asked}`;
}
