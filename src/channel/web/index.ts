export { startWeb, type Web, type WebOptions } from './start.js';
export type { Buttons, Log, Said, Talker } from './talker.js';
