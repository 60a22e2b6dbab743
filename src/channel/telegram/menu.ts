import type { Api } from './api.js';
import type { Desk, Log } from './ports.js';
import type { Timing } from './timing.js';
import { COMMANDS } from './words.js';

/**
 * Sets the menus of commands, for everybody and again for Vietnamese interfaces: in a group only what anybody may use
 * there, for its administrators and in private chats all. The bot works without them, so a failure is only logged.
 */
export async function setCommands(api: Api, timing: Timing, log: Log, desk: Desk | null): Promise<void> {
  const own = COMMANDS.map(({ command, description }) => ({ command, description }));
  const desks = (desk?.commands ?? []).map(({ command, description }) => ({ command, description }));
  const inGroups = COMMANDS.filter(({ group }) => group).map(({ command, description }) => ({
    command,
    description,
  }));
  const menus = [
    { commands: [...own, ...desks] },
    { commands: [...own, ...desks], scope: { type: 'all_private_chats' } },
    { commands: inGroups, scope: { type: 'all_group_chats' } },
    { commands: [...inGroups, ...desks], scope: { type: 'all_chat_administrators' } },
  ];
  for (const menu of menus) {
    for (const language of [{}, { language_code: 'vi' }]) {
      try {
        await api.call('setMyCommands', { ...menu, ...language }, timing.call);
      } catch (error) {
        log.warn({ err: error }, 'menu of commands not set');
      }
    }
  }
}
