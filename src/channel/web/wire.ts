import type { Block } from '../../reply/reply.js';
import type { Buttons, Said } from './talker.js';

/** A reply as it travels to the page. */
export interface WireReply {
  readonly outcome: Said['answer']['outcome'];
  readonly restated: string | null;
  readonly blocks: readonly Block[];
  readonly buttons: readonly { readonly label: string; readonly key: string; readonly sentence: string }[];
  readonly plain: string;
}

/** Questions stay on this side: a button travels as its key, with the sentence for the address bar. */
export function toWire(said: Said, buttons: Buttons): WireReply {
  const { restated, blocks, plain } = said.reply;
  return {
    outcome: said.answer.outcome,
    restated,
    blocks,
    buttons: said.reply.buttons.map(({ label, question, sentence }) => ({
      label,
      key: buttons.keep(question),
      sentence,
    })),
    plain,
  };
}
