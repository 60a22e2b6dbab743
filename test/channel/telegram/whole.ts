import { afterAll, beforeAll } from 'vitest';
import type { TelegramOptions } from '../../../src/channel/telegram/index.js';
import { Conversations } from '../../../src/conversation.js';
import { openStudio, type Studio } from '../../../src/studio.js';
import { useAssembly } from '../../support/assembly.js';
import type { BotApi } from '../../support/botapi.js';
import { type Running, start } from './harness.js';

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
      return start(api, { conversations: new Conversations(world, Date.now), studio, ...more });
    },
  };
}
