import { translator } from '~/i18n/i18n';
import type en from './i18n/en.icu.json';

export const useT = translator<keyof typeof en>('figures');
