import { afterAll, beforeAll } from 'vitest';
import { ask, askQuestion } from '../../../src/ask.js';
import type { TelegramOptions } from '../../../src/channel/telegram/index.js';
import { Conversations } from '../../../src/conversation.js';
import type { Question } from '../../../src/question/question.js';
import { begunBy, shelvesOf } from '../../../src/shelves.js';
import { openStudio, type Studio } from '../../../src/studio.js';
import { useAssembly } from '../../support/assembly.js';
import type { BotApi } from '../../support/botapi.js';
import { type Running, start } from './harness.js';

export const EXAMPLES = ['Sản lượng điện 2021', 'Mục tiêu xi măng 2022', 'Biểu đồ xi măng cả nước 2005–2015'];
export const TODAY = '2026-11-25';

/** The real engine and studio over the published figures, one for a file of tests; `run` starts a bot with them. */
export function useWhole() {
  const assembly = useAssembly();
  const world = () => assembly().world(TODAY);
  let studio: Studio;
  beforeAll(() => {
    studio = openStudio(world);
  });
  afterAll(() => studio.close());
  return {
    world,
    studio: () => studio,
    /** `file`: the store of the channel; the figures are another. */
    run(
      api: BotApi,
      more: Partial<Omit<TelegramOptions, 'conversations'>> & { file?: string } = {},
    ): Promise<Running> {
      const alone = () => ({ ...world(), previous: null });
      const engine = {
        examples: EXAMPLES,
        read: (text: string) => ask(text, alone()),
        ask: (question: Question) => askQuestion(question, alone()),
        shelves: () => shelvesOf(world().facts),
        begun: (text: string) => begunBy(shelvesOf(world().facts), text),
      };
      return start(api, { conversations: new Conversations(world, Date.now), studio, engine, ...more });
    },
  };
}
