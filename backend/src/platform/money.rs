//! Money: whole minor units and a currency, never a float.

use std::fmt;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};

/// An ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[serde(try_from = "String", into = "String")]
#[diesel(sql_type = Text)]
pub struct Currency(iso_currency::Currency);

/// An amount that is not negative: `{"amount": "1250.00", "currency": "EUR"}` on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// An amount of money that is not negative.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[schema(as = Money, example = json!({"amount": "1250.00", "currency": "EUR"}))]
pub struct Written {
    /// Decimal digits with at most as many decimals as the currency has; never a float.
    #[schema(max_length = 20, pattern = r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$")]
    amount: String,
    currency: Currency,
}

impl Currency {
    pub fn parse(code: &str) -> Option<Self> {
        iso_currency::Currency::from_code(code).map(Self)
    }
    pub fn code(self) -> &'static str {
        self.0.code()
    }
    /// Decimals of the currency: 2 for EUR, 0 for JPY, 3 for KWD.
    pub fn decimals(self) -> u32 {
        self.0.exponent().unwrap_or_default().into()
    }
}

impl Money {
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }
    /// In the smallest unit of the currency: cents, tiyin, diram.
    pub const fn minor(self) -> i64 {
        self.minor
    }
    pub const fn currency(self) -> Currency {
        self.currency
    }
    fn parse(amount: &str, currency: Currency) -> Result<Self, &'static str> {
        let (whole, fraction) = amount.split_once('.').unwrap_or((amount, ""));
        let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) || amount.ends_with('.') {
            return Err("is not a decimal number");
        }
        let decimals = currency.decimals() as usize;
        let (kept, rest) = fraction.split_at(fraction.len().min(decimals));
        if rest.bytes().any(|it| it != b'0') {
            return Err("has more decimals than the currency");
        }
        let minor = format!("{whole}{kept:0<decimals$}").parse().map_err(|_| "is too large")?;
        Ok(Self { minor, currency })
    }
}
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = self.currency.decimals() as usize;
        let digits = format!("{:0>width$}", self.minor, width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        match decimals {
            0 => f.write_str(whole),
            _ => write!(f, "{whole}.{fraction}"),
        }
    }
}
impl From<Money> for Written {
    fn from(money: Money) -> Self {
        Self { amount: money.to_string(), currency: money.currency }
    }
}
impl TryFrom<Written> for Money {
    type Error = &'static str;
    fn try_from(Written { amount, currency }: Written) -> Result<Self, Self::Error> {
        Self::parse(&amount, currency)
    }
}
impl TryFrom<String> for Currency {
    type Error = &'static str;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::parse(&code).ok_or("is not an ISO 4217 code")
    }
}
impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}
impl utoipa::PartialSchema for Money {
    fn schema() -> RefOr<Schema> {
        Written::schema()
    }
}
impl utoipa::ToSchema for Money {
    fn name() -> std::borrow::Cow<'static, str> {
        Written::name()
    }
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Written::schemas(schemas);
    }
}
impl utoipa::PartialSchema for Currency {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[A-Z]{3}$"))
            .min_length(Some(3))
            .max_length(Some(3))
            .format(Some(SchemaFormat::Custom("currency".to_owned())))
            .description(Some("ISO 4217, see /code-lists/currencies."))
            .examples(["EUR"])
            .into()
    }
}
impl utoipa::ToSchema for Currency {
    fn name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }
}
impl<DB: Backend> FromSql<Text, DB> for Currency
where
    String: FromSql<Text, DB>,
{
    fn from_sql(raw: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Self::try_from(String::from_sql(raw)?)?)
    }
}
impl<DB: Backend> ToSql<Text, DB> for Currency
where
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.code().to_sql(out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Currency, Money};

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn an_amount_is_written_with_the_decimals_of_its_currency() {
        for (code, raw, written) in
            [("EUR", "1250", "1250.00"), ("EUR", "0.5", "0.50"), ("JPY", "700", "700"), ("KWD", "1.25", "1.250"), ("USD", "1.000", "1.00")]
        {
            assert_eq!(Money::parse(raw, currency(code)).unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_is_not_an_amount_is_refused() {
        for raw in ["", ".", "1.", ".5", "-1", "1e3", "1,5", "0x1", "1.005", "99999999999999999999"] {
            assert!(Money::parse(raw, currency("EUR")).is_err(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_as_it_was_written(minor in 0i64..=i64::MAX, code in prop::sample::select(vec!["EUR", "JPY", "KWD", "UZS"])) {
            let money = Money::new(minor, currency(code));
            prop_assert_eq!(Money::parse(&money.to_string(), currency(code)).unwrap(), money);
        }
    }
}
