// The calls to the server, and what a person is told when one fails.

const PATIENCE_MS = 20_000;

/** A failure to be told: `again` says whether trying again can help, `status` what the server answered, if it did. */
export class Trouble extends Error {
  constructor(message, again, status = null) {
    super(message);
    this.again = again;
    this.status = status;
  }
}

/** The answer to a sentence, to a key; `form`: chart, workbook, csv, or null for words; `fresh`: of no conversation. */
export const ask = (text, form, fresh) => post('api/ask', { text, form: known(form), fresh });
export const press = (key, form) => post('api/press', { key, form: known(form) });
/** The picture of an answer that was given. */
export const chartOf = (key) => post('api/chart', { key });
/** The server forgets whose questions these were. */
export const forget = () => post('api/forget', {});

/** An address may hold anything. */
const known = (form) => (['chart', 'workbook', 'csv'].includes(form) ? form : null);

async function post(path, body) {
  let response;
  let answer = null;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // Older phones have no such signal: they wait as long as the network does.
      signal: AbortSignal.timeout?.(PATIENCE_MS),
    });
    answer = await response.json();
  } catch (error) {
    if (error.name === 'TimeoutError') {
      throw new Trouble('Máy chủ trả lời quá chậm. Câu hỏi vẫn còn đây, anh/chị bấm gửi lại.', true);
    }
    if (!response) {
      throw new Trouble('Mất kết nối mạng nên chưa gửi được. Khi có mạng, anh/chị bấm gửi lại.', true);
    }
  }
  if (response.ok && answer) return answer;
  const told =
    answer?.error ?? 'Máy chủ đang gặp sự cố. Câu hỏi vẫn còn đây, anh/chị bấm gửi lại sau ít phút.';
  throw new Trouble(told, response.status >= 500 || !answer, response.status);
}
