import type { Api } from './api.js';
import { CallFault } from './fault.js';

const MAY = new Set(['creator', 'administrator']);

/** Who may decide for a group: asked of Telegram each time, because it changes. */
export class Admins {
  constructor(
    private readonly api: Api,
    private readonly deadline: number,
  ) {}

  /**
   * `hidden`: Telegram tells a bot that is no administrator itself nothing about the members of this group. Throws when
   * Telegram could not be asked.
   */
  async mayDecide(chat: number, person: number): Promise<boolean | 'hidden'> {
    // A group that writes under its own name is an administrator who stays anonymous; a channel is a guest.
    if (chat === person) return true;
    if (person < 0) return false;
    try {
      const member = await this.api.call<{ status?: unknown } | undefined>(
        'getChatMember',
        { chat_id: chat, user_id: person },
        this.deadline,
      );
      return MAY.has(String(member?.status));
    } catch (error) {
      if (error instanceof CallFault && (error.kind === 'rejected' || error.kind === 'gone')) return 'hidden';
      throw error;
    }
  }
}
