export { startWeb, type Web, type WebOptions } from './start.js';
export type { Buttons, Drawing, Log, Said, Talker } from './talker.js';
