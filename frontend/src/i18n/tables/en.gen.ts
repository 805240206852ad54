// Written by scripts/gen-cldr.mjs from CLDR 48.2.0.
import type { Table } from '../table';

export const table: Table = {
  format: ["January","February","March","April","May","June","July","August","September","October","November","December"],
  standalone: ["January","February","March","April","May","June","July","August","September","October","November","December"],
  short: ["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sept","Oct","Nov","Dec"],
  weekdays: ["Mo","Tu","We","Th","Fr","Sa","Su"],
  weekdayNames: ["Monday","Tuesday","Wednesday","Thursday","Friday","Saturday","Sunday"],
  long: "d MMMM y",
  medium: "d MMM y",
  day: "d MMM",
  month: "MMMM y",
  decimal: ".",
  group: ",",
  plural: n => (n === 1 ? 'one' : 'other'),
};
