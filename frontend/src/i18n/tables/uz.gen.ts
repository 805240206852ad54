// Written by scripts/gen-cldr.mjs from CLDR 48.2.0.
import type { Table } from '../table';

export const table: Table = {
  format: ["yanvar","fevral","mart","aprel","may","iyun","iyul","avgust","sentabr","oktabr","noyabr","dekabr"],
  standalone: ["Yanvar","Fevral","Mart","Aprel","May","Iyun","Iyul","Avgust","Sentabr","Oktabr","Noyabr","Dekabr"],
  short: ["yan","fev","mar","apr","may","iyn","iyl","avg","sen","okt","noy","dek"],
  weekdays: ["Du","Se","Ch","Pa","Ju","Sh","Ya"],
  weekdayNames: ["dushanba","seshanba","chorshanba","payshanba","juma","shanba","yakshanba"],
  long: "d-MMMM, y",
  medium: "d-MMM y",
  day: "d-MMM",
  month: "LLLL, y",
  decimal: ",",
  group: " ",
  plural: n => (n === 1 ? 'one' : 'other'),
};
