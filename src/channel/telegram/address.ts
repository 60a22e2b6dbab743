import type { Message, MessageEntity, UserFromGetMe } from 'telegraf/types';
import { HELP } from './words.js';

/** What a message asks of us. */
export type Heard =
  | { readonly kind: 'question'; readonly text: string }
  /** Something without words (sticker, photo, voice) from a person who speaks to us alone. */
  | { readonly kind: 'wordless' }
  | { readonly kind: 'silence' };

const SILENCE: Heard = { kind: 'silence' };

const WORDLESS = [
  'sticker',
  'photo',
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'document',
  'contact',
  'location',
  'venue',
  'poll',
  'dice',
  'story',
  'paid_media',
  'checklist',
] as const;

/** Reads a message that is no command of ours: in a private chat everything is for us, in a group only what is addressed. */
export function hear(message: Message, me: UserFromGetMe): Heard {
  const { text, entities } = wordsOf(message);
  const alone = message.chat.type === 'private';
  if (message.chat.type === 'channel') return SILENCE;
  // Our own answer, posted by way of inline mode: it asks nothing.
  if ('via_bot' in message && message.via_bot?.id === me.id) return SILENCE;

  const command = leadingCommand(text, entities);
  if (command) {
    const ours = command.to !== null && sameName(command.to, me.username);
    if (command.to !== null && !ours) return SILENCE;
    // A command we do not have: its words if it has any, otherwise help; in a group it may be another bot's.
    return alone || ours ? { kind: 'question', text: command.rest || HELP } : SILENCE;
  }

  const asked = withoutMention(text, entities, me);
  if (alone) {
    if (asked.text !== '') return { kind: 'question', text: asked.text };
    if (asked.mentioned) return { kind: 'question', text: HELP };
    return WORDLESS.some((kind) => kind in message) ? { kind: 'wordless' } : SILENCE;
  }
  if (asked.mentioned) return { kind: 'question', text: asked.text || HELP };
  return asked.text !== '' && 'text' in message && repliesTo(message, me)
    ? { kind: 'question', text: asked.text }
    : SILENCE;
}

/**
 * Who speaks: the id that stands for the person in this chat. Null for other bots and for what
 * Telegram forwards by itself; an administrator or a channel writing under its own name is a person.
 */
export function speakerOf(message: Message): number | null {
  if ('is_automatic_forward' in message && message.is_automatic_forward) return null;
  if (message.sender_chat) return message.sender_chat.id;
  if (!message.from || message.from.is_bot) return null;
  return message.from.id;
}

function wordsOf(message: Message): { text: string; entities: readonly MessageEntity[] } {
  if ('text' in message) return { text: message.text, entities: message.entities ?? [] };
  if ('caption' in message && message.caption) {
    return { text: message.caption, entities: message.caption_entities ?? [] };
  }
  return { text: '', entities: [] };
}

function leadingCommand(text: string, entities: readonly MessageEntity[]) {
  const first = entities[0];
  if (first?.type !== 'bot_command' || first.offset > 0) return null;
  const [, to] = text.slice(0, first.length).split('@');
  return { to: to ?? null, rest: text.slice(first.length).trim() };
}

/** The text with every mention of us cut out. */
function withoutMention(text: string, entities: readonly MessageEntity[], me: UserFromGetMe) {
  let out = text;
  let mentioned = false;
  for (const entity of [...entities].sort((a, b) => b.offset - a.offset)) {
    const end = entity.offset + entity.length;
    const named =
      (entity.type === 'mention' && sameName(text.slice(entity.offset + 1, end), me.username)) ||
      (entity.type === 'text_mention' && entity.user.id === me.id);
    if (!named) continue;
    mentioned = true;
    out = `${out.slice(0, entity.offset)} ${out.slice(end)}`;
  }
  if (mentioned) out = out.replace(/[^\S\n]{2,}/g, ' ').replace(/^[\s,:;.–-]+/, '');
  return { text: out.trim(), mentioned };
}

/** In a forum every message of a topic "replies" to the message that opened it: that is no reply to us. */
function repliesTo(message: Message.TextMessage, me: UserFromGetMe): boolean {
  const answered = message.reply_to_message;
  return answered?.from?.id === me.id && !('forum_topic_created' in answered);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
