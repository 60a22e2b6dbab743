export { type ChatOptions, type ChatTalker, runChat } from './chat.js';
export { type DrawOptions, drawReply } from './draw.js';
