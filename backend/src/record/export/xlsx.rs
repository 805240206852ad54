//! A workbook of one sheet, its rows written to a temporary file as they come.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use crate::platform::problem::Problem;
use crate::record::Record;
use crate::record::export::{Cell, Rows};

/// What a sheet holds, the line of headings among them.
const MOST: u32 = 1_048_576;

pub async fn file<R: Record>(mut rows: Rows<R>) -> Result<Vec<u8>, Problem> {
    let mut workbook = Workbook::new();
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let sheet = workbook.add_worksheet_with_constant_memory().map_err(failed)?;
    let mut line = 0;
    sheet.set_freeze_panes(1, 0).map_err(failed)?;
    for (place, heading) in (0u16..).zip(rows.headings()) {
        sheet.set_column_width(place, 22).map_err(failed)?;
        sheet.write_string_with_format(0, place, heading, &bold).map_err(failed)?;
    }
    loop {
        let chunk = rows.next().await?;
        if chunk.is_empty() {
            break;
        }
        for row in chunk {
            line += 1;
            if line == MOST {
                return Err(Problem::parameter("format", "too_many_values", MOST.to_string()));
            }
            for (place, cell) in (0u16..).zip(row) {
                write(sheet, (line, place), cell, &day).map_err(failed)?;
            }
        }
    }
    actix_web::web::block(move || workbook.save_to_buffer()).await.map_err(|err| Problem::internal(err.to_string()))?.map_err(failed)
}

fn write(sheet: &mut Worksheet, (line, place): (u32, u16), cell: Cell, day: &Format) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => drop(sheet.write_string(line, place, text)?),
        Cell::Day(it) => drop(sheet.write_datetime_with_format(line, place, it, day)?),
        Cell::Number(number) => match number.parse::<f64>() {
            Ok(it) => drop(sheet.write_number(line, place, it)?),
            Err(_) => drop(sheet.write_string(line, place, number)?),
        },
    }
    Ok(())
}

fn failed(err: XlsxError) -> Problem {
    Problem::internal(err.to_string())
}
