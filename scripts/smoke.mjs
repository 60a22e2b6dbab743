// Asks a running page one question over HTTP, as a browser does, and looks for the figure.
const [root] = process.argv.slice(2);
const QUESTION = 'sản lượng điện 2021';
const FIGURE = '890 triệu kWh';

async function whenOpen(tries = 150) {
  for (;;) {
    try {
      return await fetch(root);
    } catch (error) {
      if (--tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

const page = await whenOpen();
if (!page.ok || !(await page.text()).includes('<html')) throw new Error(`the page answered ${page.status}`);
const answer = await fetch(`${root}/api/ask`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ text: QUESTION }),
});
const { plain } = await answer.json();
if (!plain?.includes(FIGURE)) throw new Error(`«${QUESTION}» was answered: ${plain}`);
console.log(`«${QUESTION}» → ${plain.split('\n')[0]}`);
