import type { Api } from './api.js';

const MAY = new Set(['creator', 'administrator']);

/** Who may decide for a group: asked of Telegram each time, because it changes. */
export class Admins {
  constructor(
    private readonly api: Api,
    private readonly deadline: number,
  ) {}

  /** A group that writes under its own name is an administrator who stays anonymous. */
  async mayDecide(chat: number, person: number): Promise<boolean> {
    if (chat === person) return true;
    const member = await this.api.call<{ status?: unknown } | undefined>(
      'getChatMember',
      { chat_id: chat, user_id: person },
      this.deadline,
    );
    return MAY.has(String(member?.status));
  }
}
