//! RFC 4180, in UTF-8 with the mark by which Excel knows it, sent while it is written.

use actix_web::web::Bytes;
use actix_web::{HttpResponse, HttpResponseBuilder};
use futures_util::stream;

use crate::platform::problem::Problem;
use crate::record::Record;
use crate::record::export::{Cell, Rows};

pub async fn stream<R: Record>(mut answer: HttpResponseBuilder, mut rows: Rows<R>) -> Result<HttpResponse, Problem> {
    // The first rows are read before the answer begins: until then a fault can still be told.
    let mut begun = "\u{feff}".as_bytes().to_vec();
    begun.extend(line(rows.headings())?);
    begun.extend(lines(rows.next().await?)?);
    let rest = stream::unfold(rows, async |mut rows| match rows.next().await.and_then(lines) {
        Ok(bytes) if bytes.is_empty() => None,
        Ok(bytes) => Some((Ok(Bytes::from(bytes)), rows)),
        Err(problem) => {
            rows.over = true;
            Some((Err(problem), rows))
        }
    });
    let begun = stream::iter([Ok(Bytes::from(begun))]);
    Ok(answer.streaming(Box::pin(futures_util::StreamExt::chain(begun, rest))))
}

fn lines(rows: Vec<Vec<Cell>>) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    for row in rows {
        bytes.extend(line(row.into_iter().map(text))?);
    }
    Ok(bytes)
}

fn line(cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<Vec<u8>, Problem> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells).map_err(Problem::internal)?;
    writer.into_inner().map_err(|err| Problem::internal(err.to_string()))
}

fn text(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Day(day) => day.to_string(),
        Cell::Number(number) => number,
        // A program for spreadsheets would take it for a formula.
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Cell::Text(text) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, line, text};

    #[test]
    fn a_formula_is_text_and_a_number_is_a_number() {
        for formula in ["=1+1", "+998", "-5", "@cmd", "\tx"] {
            assert_eq!(text(Cell::Text(formula.to_owned())), format!("'{formula}"));
        }
        assert_eq!(text(Cell::Number("-5.00".to_owned())), "-5.00");
    }

    #[test]
    fn what_has_a_comma_a_quote_or_a_line_end_stands_in_quotes() {
        assert_eq!(line(["a,b", "c\"d", "e\nf", "g"]).unwrap(), b"\"a,b\",\"c\"\"d\",\"e\nf\",g\r\n");
    }
}
