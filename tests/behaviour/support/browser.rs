//! A browser without JavaScript: it keeps cookies, follows links, and fills in the forms that pages hold.

use std::sync::Arc;

use reqwest::cookie::Jar;
use reqwest::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use reqwest::{Client, Response, Url, redirect};
use scraper::{Html, Selector};

/// One person's browser.
pub(crate) struct Browser {
    client: Client,
    origin: String,
}

/// A page that was shown.
#[derive(Debug, Clone)]
pub(crate) struct View {
    pub(crate) status: u16,
    pub(crate) path: String,
    pub(crate) html: String,
    pub(crate) headers: reqwest::header::HeaderMap,
}

impl Browser {
    pub(crate) fn new(origin: &str) -> Self {
        Self::with_jar(origin, Jar::default())
    }

    /// With the cookie of an open session.
    pub(crate) fn with_session(origin: &str, token: &str) -> Self {
        let jar = Jar::default();
        let url: Url = origin.parse().unwrap();
        jar.add_cookie_str(&format!("{}={token}; Path=/", kit_web::SESSION_COOKIE), &url);
        Self::with_jar(origin, jar)
    }

    fn with_jar(origin: &str, jar: Jar) -> Self {
        let client =
            Client::builder().cookie_provider(Arc::new(jar)).redirect(redirect::Policy::none()).build().unwrap();
        Self { client, origin: origin.to_owned() }
    }

    /// Opens a page, following redirects.
    pub(crate) async fn get(&self, path: &str) -> View {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let response = self.client.get(self.url(&path)).header(ACCEPT_LANGUAGE, "fr").send().await.unwrap();
            match redirected(&response) {
                Some(next) => path = next,
                None => return View::read(path, response).await,
            }
        }
        panic!("redirected in circles at {path}")
    }

    /// Keeps a file.
    pub(crate) async fn file(&self, path: &str) -> Vec<u8> {
        let response = self.client.get(self.url(path)).header(ACCEPT_LANGUAGE, "fr").send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200, "{path}");
        response.bytes().await.unwrap().to_vec()
    }

    /// Asks again for what this browser has in this version.
    pub(crate) async fn get_if_changed(&self, path: &str, known: &View) -> View {
        let request = self.client.get(self.url(path)).header(ACCEPT_LANGUAGE, "fr");
        let response = request.header(IF_NONE_MATCH, known.headers[ETAG].clone()).send().await.unwrap();
        View::read(path.to_owned(), response).await
    }

    /// Sends the form of `view` that goes to `action`, with a file chosen in its field `fichier`.
    pub(crate) async fn send_file(&self, view: &View, action: &str, bytes: Vec<u8>) -> View {
        let boundary = "escale-test-boundary";
        let mut body = Vec::new();
        for (name, value) in view.form(action).into_iter().filter(|(name, _)| name != "fichier") {
            body.extend(
                format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                    .into_bytes(),
            );
        }
        let head = "Content-Disposition: form-data; name=\"fichier\"; filename=\"dossier.xlsx\"";
        body.extend(format!("--{boundary}\r\n{head}\r\nContent-Type: application/octet-stream\r\n\r\n").into_bytes());
        body.extend(bytes);
        body.extend(format!("\r\n--{boundary}--\r\n").into_bytes());
        let request = self.client.post(self.url(action)).header(ACCEPT_LANGUAGE, "fr");
        let request = request.header(CONTENT_TYPE, format!("multipart/form-data; boundary={boundary}"));
        let response = request.body(body).send().await.unwrap();
        match redirected(&response) {
            Some(next) => self.get(&next).await,
            None => View::read(action.to_owned(), response).await,
        }
    }

    /// Fills in the form of `view` that goes to `action` and sends it; what it holds already (hidden fields among it) is sent
    /// along. Follows the redirect.
    pub(crate) async fn submit(&self, view: &View, action: &str, typed: &[(&str, &str)]) -> View {
        let mut fields = view.form(action);
        for (name, value) in typed {
            fields.retain(|(field, _)| field != name);
            fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self.post(action, &fields).await
    }

    /// Sends these fields as they are, and follows the redirect.
    pub(crate) async fn post(&self, path: &str, fields: &[(String, String)]) -> View {
        let response =
            self.client.post(self.url(path)).header(ACCEPT_LANGUAGE, "fr").form(fields).send().await.unwrap();
        match redirected(&response) {
            Some(next) => self.get(&next).await,
            None => View::read(path.to_owned(), response).await,
        }
    }

    /// Sends these fields to a program that may die before it answers.
    pub(crate) async fn try_post(&self, path: &str, fields: &[(String, String)]) -> reqwest::Result<u16> {
        let response = self.client.post(self.url(path)).form(fields).send().await?;
        Ok(response.status().as_u16())
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

fn redirected(response: &Response) -> Option<String> {
    response.headers().get(LOCATION).map(|location| location.to_str().unwrap().to_owned())
}

impl View {
    async fn read(path: String, response: Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        Self { status, path, headers, html: response.text().await.unwrap() }
    }

    /// What a program reads.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.html).unwrap_or_else(|error| panic!("{}: {error} in {}", self.path, self.html))
    }

    /// Everything that can be read on the page, with plain spaces.
    pub(crate) fn text(&self) -> String {
        let document = Html::parse_document(&self.html);
        let body: String = document.root_element().text().collect::<Vec<_>>().join(" ");
        body.replace(['\u{a0}', '\u{202f}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether this can be read on the page.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The fields of the form that goes to `action`, as they stand.
    pub(crate) fn form(&self, action: &str) -> Vec<(String, String)> {
        let document = Html::parse_document(&self.html);
        let form = document
            .select(&selector("form[method=post]"))
            .find(|form| form.attr("action").unwrap_or(&self.path) == action)
            .unwrap_or_else(|| panic!("{}: no form to {action} in\n{}", self.path, self.html));
        form.select(&selector("input, select, textarea")).filter_map(field).collect()
    }

    /// The addresses that the page leads to.
    pub(crate) fn links(&self) -> Vec<String> {
        let document = Html::parse_document(&self.html);
        document.select(&selector("a[href]")).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
    }

    /// The text of the first element that fits.
    pub(crate) fn first(&self, css: &str) -> Option<String> {
        let document = Html::parse_document(&self.html);
        document.select(&selector(css)).next().map(|element| element.text().collect::<String>().trim().to_owned())
    }

    /// Attribute of the first element that fits.
    pub(crate) fn attribute(&self, css: &str, name: &str) -> Option<String> {
        let document = Html::parse_document(&self.html);
        document.select(&selector(css)).next().and_then(|element| element.attr(name)).map(str::to_owned)
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// What a browser would send of a field: unticked boxes and radios are not sent.
fn field(element: scraper::ElementRef<'_>) -> Option<(String, String)> {
    let name = element.attr("name")?.to_owned();
    let value = match element.value().name() {
        "textarea" => element.text().collect(),
        "select" => {
            let chosen = element.select(&selector("option[selected]")).next();
            chosen.and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
        }
        _ => {
            let is_choice = matches!(element.attr("type"), Some("radio" | "checkbox"));
            if is_choice && element.attr("checked").is_none() {
                return None;
            }
            element.attr("value").unwrap_or_default().to_owned()
        }
    };
    Some((name, value))
}
