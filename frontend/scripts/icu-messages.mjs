// Turns `*.icu.json` into messages that need no parser in the browser; the shape is Lingui's.
import { compileMessage } from '@lingui/message-utils/compileMessage';

export function icuMessages() {
  return {
    name: 'icu-messages',
    enforce: 'pre',
    transform(code, id) {
      if (!id.split('?')[0].endsWith('.icu.json')) return null;
      const compiled = Object.fromEntries(
        Object.entries(JSON.parse(code)).map(([key, text]) => [key, compileMessage(text)]),
      );
      return { code: JSON.stringify(compiled), map: null };
    },
  };
}
