import { resource } from '~/api/resource';

export const agreements = resource('agreements');
