// TypeScript emits only code: the page's files and the drawing thread's program are copied beside it.
import { cpSync, existsSync } from 'node:fs';

for (const path of ['channel/web/page', 'chart/raster.worker.mjs', 'chart/png.mjs'])
  if (existsSync(`src/${path}`)) cpSync(`src/${path}`, `dist/${path}`, { recursive: true });
