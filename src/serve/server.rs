//! In: requests from browsers on this computer. Out: files of the site, each made when it is asked for, and news of newer
//! sites. Only the loopback address is listened on, and only requests for it are answered, so that no other website can
//! read a draft through the browser. An address means a file of the site or nothing: no path is looked up on the disk.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::diagnostic::{self, Diagnostics, Files, Place, Problem};
use crate::live::Shown;
use crate::render::Body;

use super::client::{EVENTS, SCRIPT, SCRIPT_TEXT, findings_page, with_script};
use super::{Options, ServeError, Shared, SharedState, Status};

/// Starts the server in a thread of its own; its address without the base path.
pub fn start(options: &Options, status: watch::Receiver<Status>) -> Result<String, ServeError> {
    let port = options.port;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|source| ServeError::Listen { port, source })?;
    listener.set_nonblocking(true).map_err(ServeError::Start)?;
    let port = listener.local_addr().map_err(ServeError::Start)?.port();
    let shared = Arc::new(Shared { status, port });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        // Pages are made there; more at a time are not made sooner.
        .max_blocking_threads(std::thread::available_parallelism().map_or(2, usize::from))
        .build()
        .map_err(ServeError::Start)?;
    std::thread::spawn(move || {
        runtime.block_on(async {
            let router = router(shared);
            if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                let _ = axum::serve(listener, router).await;
            }
        });
    });
    Ok(format!("http://127.0.0.1:{port}"))
}

fn router(shared: SharedState) -> Router {
    Router::new()
        .route(SCRIPT, get(script))
        .route(EVENTS, get(events))
        .fallback(get(file))
        .layer(axum::middleware::from_fn_with_state(Arc::clone(&shared), only_this_computer))
        .with_state(shared)
}

/// A page of another website could ask for `http://its-name:1111/` with its name pointing here; such a
/// request carries the foreign name.
async fn only_this_computer(
    State(shared): State<SharedState>,
    request: Request,
    next: axum::middleware::Next,
) -> Response {
    let host =
        request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let known =
        ["127.0.0.1", "localhost"].iter().any(|name| host == format!("{name}:{}", shared.port));
    if !known {
        return (StatusCode::MISDIRECTED_REQUEST, "This server is for this computer only.")
            .into_response();
    }
    next.run(request).await
}

async fn script() -> Response {
    let kind = [(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-store")];
    (kind, SCRIPT_TEXT).into_response()
}

async fn events(
    State(shared): State<SharedState>,
) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    let news = WatchStream::new(shared.status.clone()).map(|status| {
        let text = serde_json::to_string(&status).expect("a status is plain data");
        Ok(Event::default().data(text))
    });
    Sse::new(news).keep_alive(KeepAlive::default())
}

async fn file(State(shared): State<SharedState>, request: Request) -> Response {
    let status = shared.status.borrow().clone();
    let path = request.uri().path().to_owned();
    let made = tokio::task::spawn_blocking(move || answer(&path, &status));
    // A page that cannot be made must not end the server.
    made.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(path: &str, status: &Status) -> Response {
    let Some(site) = &status.site else {
        let findings = status.errors.as_deref().unwrap_or("There is no page here.");
        return findings_as_page(findings, StatusCode::NOT_FOUND, status);
    };
    let inside = path.strip_prefix(site.base_path()).filter(|path| path.starts_with('/'));
    let Some(inside) = inside else {
        return Redirect::temporary(&format!("{}/", site.base_path())).into_response();
    };
    let Some(file) = file_path(inside) else { return not_found(inside, site, status) };
    match made(site, &file, StatusCode::OK, status) {
        Some(response) => response,
        None if site.has(&format!("{file}/index.html")) => {
            Redirect::temporary(&format!("{path}/")).into_response()
        }
        None => not_found(inside, site, status),
    }
}

/// The path of the file that an address means, as the site names it; `None` where it is no text.
fn file_path(address: &str) -> Option<String> {
    let decoded = percent_decode_str(&address[1..]).decode_utf8().ok()?;
    let folder = decoded.is_empty() || decoded.ends_with('/');
    Some(if folder { format!("{decoded}index.html") } else { decoded.into_owned() })
}

fn in_memory(body: Body<'_>) -> io::Result<Vec<u8>> {
    match body {
        Body::Bytes(bytes) => Ok(bytes),
        Body::Embedded(bytes) => Ok(bytes.to_vec()),
        Body::Copy(from) => std::fs::read(from),
        Body::Made(write) => {
            let mut bytes = Vec::new();
            write(&mut bytes)?;
            Ok(bytes)
        }
    }
}

/// A file of the site as an answer; `None` where there is none.
fn made(site: &Shown, file: &str, code: StatusCode, status: &Status) -> Option<Response> {
    let bytes = match site.make(file)? {
        Ok(body) => in_memory(body).ok()?,
        Err(mistake) => {
            let findings = mistake_as_text(*mistake);
            return Some(findings_as_page(&findings, StatusCode::INTERNAL_SERVER_ERROR, status));
        }
    };
    let kind = mime_guess::from_path(Path::new(file)).first_or_octet_stream();
    let is_page = kind.essence_str() == "text/html";
    let body = match (is_page, String::from_utf8(bytes)) {
        (true, Ok(page)) => axum::body::Body::from(with_script(&page, status.version)),
        (_, Ok(text)) => axum::body::Body::from(text),
        (_, Err(error)) => axum::body::Body::from(error.into_bytes()),
    };
    let mut response = (code, body).into_response();
    let text = matches!(kind.type_().as_str(), "text") || kind.essence_str() == "application/xml";
    let kind = if text { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Some(response)
}

/// A mistake in a template that shows only when a page is made. The files are not at hand here.
fn mistake_as_text((problem, place): (Problem, Place)) -> String {
    let mut found = Diagnostics::default();
    let path = match place {
        Place::Path(path) => path,
        Place::Text(_) => "themes".to_owned(),
    };
    found.report(problem, Place::Path(path));
    diagnostic::to_text(&found, &Files::default(), false)
}

/// The site's own page for wrong addresses, in the language of the address.
fn not_found(path: &str, site: &Shown, status: &Status) -> Response {
    let language = path.trim_start_matches('/').split('/').next().unwrap_or("");
    let pages = [format!("{language}/404.html"), "404.html".to_owned()];
    let page = pages.iter().find_map(|page| made(site, page, StatusCode::NOT_FOUND, status));
    page.unwrap_or_else(|| {
        findings_as_page("There is no page here.", StatusCode::NOT_FOUND, status)
    })
}

fn findings_as_page(findings: &str, code: StatusCode, status: &Status) -> Response {
    let page = findings_page(findings, status.version);
    (code, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_paths_of_the_site() {
        assert_eq!(file_path("/zh/").as_deref(), Some("zh/index.html"));
        assert_eq!(file_path("/").as_deref(), Some("index.html"));
        assert_eq!(file_path("/a%20b.pdf").as_deref(), Some("a b.pdf"));
        assert_eq!(file_path("/%FF"), None);
    }
}
