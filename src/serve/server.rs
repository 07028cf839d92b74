//! In: requests from browsers on this computer. Out: files of the published folder, and news of newer
//! builds. Only the loopback address is listened on, and only requests for it are answered, so that no
//! other website can read a draft through the browser.

use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use percent_encoding::percent_decode_str;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::client::{EVENTS, SCRIPT, SCRIPT_TEXT, findings_page, with_script};
use super::{Options, ServeError, Shared, SharedState, Status};

/// Starts the server in a thread of its own; its address without the base path.
pub fn start(options: &Options, status: watch::Receiver<Status>) -> Result<String, ServeError> {
    let port = options.port;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|source| ServeError::Listen { port, source })?;
    listener.set_nonblocking(true).map_err(ServeError::Start)?;
    let port = listener.local_addr().map_err(ServeError::Start)?.port();
    let shared = Arc::new(Shared { output: options.output.clone(), status, port });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
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
    let path = request.uri().path();
    let Some(inside) = path.strip_prefix(status.base_path.as_str()).filter(|p| p.starts_with('/'))
    else {
        return Redirect::temporary(&format!("{}/", status.base_path)).into_response();
    };
    let Some(place) = place(&shared.output, inside) else {
        return not_found(&shared.output, inside, &status);
    };
    if place.is_dir() {
        if !path.ends_with('/') {
            return Redirect::temporary(&format!("{path}/")).into_response();
        }
        return answer(&place.join("index.html"), StatusCode::OK, &status)
            .unwrap_or_else(|| not_found(&shared.output, inside, &status));
    }
    answer(&place, StatusCode::OK, &status)
        .unwrap_or_else(|| not_found(&shared.output, inside, &status))
}

/// The file that an address means; `None` where it would lead out of the published folder.
fn place(output: &Path, path: &str) -> Option<PathBuf> {
    let decoded =
        percent_decode_str(path).decode_utf8().ok().filter(|text| !text.contains('\0'))?;
    let relative = Path::new(decoded.trim_start_matches('/'));
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    inside.then(|| output.join(relative))
}

fn answer(place: &Path, code: StatusCode, status: &Status) -> Option<Response> {
    let bytes = std::fs::read(place).ok()?;
    let kind = mime_guess::from_path(place).first_or_octet_stream();
    let is_page = kind.essence_str() == "text/html";
    let body = match (is_page, String::from_utf8(bytes)) {
        (true, Ok(page)) => Body::from(with_script(&page, status.version)),
        (_, Ok(text)) => Body::from(text),
        (_, Err(error)) => Body::from(error.into_bytes()),
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

/// The site's own page for wrong addresses, in the language of the address; or, while there is no site
/// at all, what is wrong with it.
fn not_found(output: &Path, path: &str, status: &Status) -> Response {
    let language = path.trim_start_matches('/').split('/').next().unwrap_or("");
    let pages = [output.join(language).join("404.html"), output.join("404.html")];
    let page = pages.iter().find_map(|page| answer(page, StatusCode::NOT_FOUND, status));
    page.unwrap_or_else(|| {
        let findings = status.errors.as_deref().unwrap_or("There is no page here.");
        let page = findings_page(findings, status.version);
        (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], page)
            .into_response()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_inside_the_published_folder() {
        let output = Path::new("public");
        assert_eq!(place(output, "/zh/").as_deref(), Some(Path::new("public/zh")));
        assert_eq!(place(output, "/"), Some(output.join("")));
        assert_eq!(place(output, "/a%20b.pdf").as_deref(), Some(Path::new("public/a b.pdf")));
        for path in
            ["/../secret", "/%2e%2e/secret", "/zh/../../x", "/%2Fetc/../x", "/a%00b", "/%FF"]
        {
            assert_eq!(place(output, path), None, "{path}");
        }
    }
}
