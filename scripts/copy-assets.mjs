// TypeScript emits only code; the page's files are copied beside it.
import { cpSync, existsSync } from 'node:fs';

const from = 'src/channel/web/page';
if (existsSync(from)) cpSync(from, 'dist/channel/web/page', { recursive: true });
