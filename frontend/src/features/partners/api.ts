import { resource } from '~/api/resource';

export const partners = resource('partners');
