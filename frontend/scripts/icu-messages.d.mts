import type { Plugin } from 'vite';

export function icuMessages(): Plugin;
