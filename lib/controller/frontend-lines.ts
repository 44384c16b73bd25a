import type { ControllerSettings } from './settings';

/**
 * The lines for both frontends. At a reload HAProxy closes every connection that it takes for idle, also one on which the
 * next request is just arriving; with the option it answers that request first, and closes then.
 */
export function frontendLines({ frontendSnippet }: ControllerSettings): string {
  return ['option idle-close-on-response', ...frontendSnippet].join('\n');
}
