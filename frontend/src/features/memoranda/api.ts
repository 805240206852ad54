import { resource } from '~/api/resource';

export const memoranda = resource('memoranda');
