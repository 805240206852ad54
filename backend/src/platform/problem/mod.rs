//! RFC 9457 problem details: the one error every handler returns.

mod texts;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::platform::language::Language;

crate::words! {
    /// What went wrong, for programs; never renamed.
    pub enum Code {
        MalformedJson = "malformed_json",
        UnknownField = "unknown_field",
        UnknownParameter = "unknown_parameter",
        InvalidParameter = "invalid_parameter",
        InvalidCursor = "invalid_cursor",
        Unauthenticated = "unauthenticated",
        TokenExpired = "token_expired",
        Forbidden = "forbidden",
        CsrfFailed = "csrf_failed",
        NotFound = "not_found",
        MethodNotAllowed = "method_not_allowed",
        NotAcceptable = "not_acceptable",
        StateConflict = "state_conflict",
        Duplicate = "duplicate",
        HasDependents = "has_dependents",
        IdempotencyInProgress = "idempotency_in_progress",
        VersionConflict = "version_conflict",
        TooLarge = "too_large",
        UnsupportedMediaType = "unsupported_media_type",
        ValidationFailed = "validation_failed",
        IdempotencyKeyReused = "idempotency_key_reused",
        PreconditionRequired = "precondition_required",
        RateLimited = "rate_limited",
        Internal = "internal",
        Unavailable = "unavailable",
    }
}

impl Code {
    pub const fn status(self) -> StatusCode {
        match self {
            Self::MalformedJson | Self::UnknownField | Self::UnknownParameter | Self::InvalidParameter | Self::InvalidCursor => {
                StatusCode::BAD_REQUEST
            }
            Self::Unauthenticated | Self::TokenExpired => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::CsrfFailed => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::StateConflict | Self::Duplicate | Self::HasDependents | Self::IdempotencyInProgress => StatusCode::CONFLICT,
            Self::VersionConflict => StatusCode::PRECONDITION_FAILED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UnsupportedMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::ValidationFailed | Self::IdempotencyKeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
    /// The page of the documentation that explains the code.
    pub fn page(self) -> String {
        format!("/api/docs/problems#{}", self.as_str())
    }
    pub fn title(self, language: Language) -> &'static str {
        // The text of a parameter's fault has a place for its name, which a title has not.
        texts::get(self.as_str(), language).trim_end_matches(": {}")
    }
}

/// One fault of a body or of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// RFC 6901 pointer into the body, or the name of the parameter.
    pub pointer: String,
    /// A code of `texts`, such as `too_long`.
    pub code: &'static str,
    /// What the text of the code has a place for.
    pub about: String,
}

#[derive(Debug)]
pub struct Problem {
    pub code: Code,
    /// A code of `texts` that says more than the title, and what its text has a place for.
    reason: Option<(&'static str, String)>,
    faults: Vec<Fault>,
    members: Map<String, Value>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Problem {
    pub fn new(code: Code) -> Self {
        Self { code, reason: None, faults: Vec::new(), members: Map::new(), source: None }
    }
    /// `reason` is a code of the texts; `about` fills its place.
    pub fn because(code: Code, reason: &'static str, about: impl Into<String>) -> Self {
        Self { reason: Some((reason, about.into())), ..Self::new(code) }
    }
    pub fn invalid(faults: Vec<Fault>) -> Self {
        let code = match faults.iter().find(|it| it.code == "unknown_field") {
            Some(_) => Code::UnknownField,
            None => Code::ValidationFailed,
        };
        Self { faults, ..Self::new(code) }
    }
    /// Every parameter at fault.
    pub fn parameters(faults: Vec<Fault>) -> Self {
        let unknown = faults.iter().any(|it| it.code == "unknown_parameter");
        Self { faults, ..Self::new(if unknown { Code::UnknownParameter } else { Code::InvalidParameter }) }
    }
    pub fn parameter(name: &str, reason: &'static str, about: impl Into<String>) -> Self {
        Self::parameters(vec![Fault { pointer: name.to_owned(), code: reason, about: about.into() }])
    }
    /// The same with the fields that it is about.
    pub fn naming(self, faults: Vec<Fault>) -> Self {
        Self { faults, ..self }
    }
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }
    pub fn not_found() -> Self {
        Self::new(Code::NotFound)
    }
    pub fn internal(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..Self::new(Code::Internal) }
    }
    pub fn unavailable(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..Self::new(Code::Unavailable) }
    }
    /// An extension member of the problem, such as `current_version`.
    pub fn with(mut self, member: &str, value: impl Into<Value>) -> Self {
        self.members.insert(member.to_owned(), value.into());
        self
    }
    /// A copy; of the source only its text.
    pub fn again(&self) -> Self {
        Self {
            code: self.code,
            reason: self.reason.clone(),
            faults: self.faults.clone(),
            members: self.members.clone(),
            source: self.source_text().map(Into::into),
        }
    }
    /// Logged, never sent.
    pub fn source_text(&self) -> Option<String> {
        self.source.as_ref().map(ToString::to_string)
    }
    pub fn body(&self, language: Language, instance: &str, request_id: &str) -> ProblemBody {
        let title = self.code.title(language);
        ProblemBody {
            r#type: self.code.page(),
            title: title.to_owned(),
            status: self.code.status().as_u16(),
            detail: match &self.reason {
                Some((reason, about)) => texts::get(reason, language).replace("{}", about),
                None => title.to_owned(),
            },
            instance: instance.to_owned(),
            code: self.code,
            reason: self.reason.as_ref().map(|it| it.0.to_owned()),
            request_id: request_id.to_owned(),
            errors: self.faults.iter().map(|it| it.body(language)).collect(),
            members: self.members.clone(),
        }
    }
}

impl Fault {
    fn body(&self, language: Language) -> FaultBody {
        let detail = texts::get(self.code, language).replace("{}", &self.about);
        FaultBody { pointer: self.pointer.clone(), code: self.code.to_owned(), detail }
    }
}

/// Why a request failed (RFC 9457).
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// The page that explains `code`.
    #[schema(max_length = 200)]
    r#type: String,
    /// What went wrong, in the caller's language.
    #[schema(max_length = 200)]
    title: String,
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What went wrong here and what to do, in the caller's language.
    #[schema(max_length = 2000)]
    detail: String,
    /// The path that was asked for.
    #[schema(max_length = 10000)]
    instance: String,
    #[schema(inline)]
    code: Code,
    /// A finer code within `code`, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100)]
    reason: Option<String>,
    /// The X-Request-Id of the answer: name it when you ask for help.
    #[schema(max_length = 128)]
    request_id: String,
    /// Every field at fault, at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 1000)]
    errors: Vec<FaultBody>,
    #[serde(flatten)]
    #[schema(ignore)]
    members: Map<String, Value>,
}

/// A fault of one field of the body, or of one parameter.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = ProblemError)]
pub struct FaultBody {
    /// JSON pointer (RFC 6901) of the field, or the name of the parameter.
    #[schema(max_length = 10000)]
    pointer: String,
    #[schema(max_length = 100)]
    code: String,
    #[schema(max_length = 2000)]
    detail: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code.as_str())?;
        if let Some((reason, about)) = &self.reason {
            write!(f, " ({reason} {about})")?;
        }
        for Fault { pointer, code, about } in &self.faults {
            write!(f, " {pointer} {code} {about}")?;
        }
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}
impl std::error::Error for Problem {}

/// The body is written by `platform::http`, which knows the language, the path and the request's id.
impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.code.status()
    }
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.code.status())
    }
}

impl From<DieselError> for Problem {
    fn from(err: DieselError) -> Self {
        use DatabaseErrorKind as Kind;
        match err {
            DieselError::NotFound => Self::not_found(),
            DieselError::DatabaseError(Kind::UniqueViolation, _) => Self { source: Some(err.into()), ..Self::new(Code::Duplicate) },
            DieselError::DatabaseError(Kind::ForeignKeyViolation, _) => {
                Self { source: Some(err.into()), ..Self::because(Code::StateConflict, "refers_to_nothing", "") }
            }
            DieselError::DatabaseError(Kind::ClosedConnection | Kind::ReadOnlyTransaction | Kind::UnableToSendCommand, _)
            | DieselError::BrokenTransactionManager => Self::unavailable(err),
            DieselError::DatabaseError(_, ref info) if is_outage(info.message()) => Self::unavailable(err),
            other => Self::internal(other),
        }
    }
}
impl From<serde_json::Error> for Problem {
    fn from(err: serde_json::Error) -> Self {
        Self::internal(err)
    }
}

/// SQLite tells these apart by message only; PostgreSQL's libpq too when the server goes away.
fn is_outage(message: &str) -> bool {
    [
        "readonly database",
        "disk is full",
        "disk I/O error",
        "unable to open database",
        "database is locked",
        "server closed the connection",
        "terminating connection",
        "no connection to the server",
        "could not connect",
        "the database system is",
        "read-only transaction",
        "No space left",
    ]
    .iter()
    .any(|it| message.contains(it))
}
