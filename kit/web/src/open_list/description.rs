//! What the API offers, for programs that write the calls: OpenAPI 3.1.

use axum::Json;
use kit_base::limits::{API_ROWS, SEARCH_CHARACTERS_MAX};
use utoipa::openapi::path::{Operation, OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Components, KnownFormat, ObjectBuilder, Schema, SchemaFormat, SchemaType, Type};
use utoipa::openapi::{
    Array, Content, HttpMethod, InfoBuilder, License, OpenApi, OpenApiBuilder, PathItem, PathsBuilder, Ref, Required,
    ResponseBuilder, Server,
};

use super::api::{self, AFTER_CHARACTERS_MAX};
use super::{AFTER, FilterValues, OpenList, WORDS};
use crate::{Answer, Visit};

const VERSION: &str = "1";
const PROBLEM: &str = "Problem";

/// `GET /api/v1/openapi.json`
pub(super) async fn get(visit: Visit) -> Answer {
    Ok(api::open(Json(description(&visit))))
}

fn description(visit: &Visit) -> OpenApi {
    let mut license = License::new("EUPL-1.2");
    license.identifier = Some("EUPL-1.2".to_owned());
    let info = InfoBuilder::new()
        .title("Escale")
        .version(VERSION)
        .description(Some(
            "The lists of this house, to be read: what everybody may see on its pages. No key is needed, and nothing can be changed. \
             The API bears the version of its path: fields are added under the same version, never taken away.",
        ))
        .license(Some(license));
    let mut components = Components::new();
    components.schemas.insert(PROBLEM.to_owned(), problem().into());
    let mut paths = PathsBuilder::new();
    for list in visit.house().features.iter().flat_map(|feature| feature.lists) {
        let Some(shape) = list.shape.map(|shape| shape()) else { continue };
        components.schemas.extend(shape.others);
        paths =
            paths.path(format!("/api/v1/{}", list.name), PathItem::new(HttpMethod::Get, operation(list, &shape.name)));
        components.schemas.insert(shape.name, shape.schema);
    }
    OpenApiBuilder::new()
        .info(info.build())
        .servers(Some([Server::new(visit.house().public_url.origin())]))
        .paths(paths.build())
        .components(Some(components))
        .build()
}

fn operation(list: &OpenList, row: &str) -> Operation {
    let page = ObjectBuilder::new()
        .property("total", whole_number("Rows of the whole list, narrowed down in this way."))
        .property("rows", Array::new(Ref::from_schema_name(row)))
        .property(
            "next",
            text("The address of the rows that follow; null where there are none.", &[Type::String, Type::Null]),
        )
        .required("total")
        .required("rows")
        .required("next");
    let content = Content::new(Some(Schema::Object(page.build())));
    let fine =
        ResponseBuilder::new().description(format!("At most {API_ROWS} rows.")).content("application/json", content);
    let words = any_text().max_length(Some(SEARCH_CHARACTERS_MAX));
    let after = any_text().max_length(Some(AFTER_CHARACTERS_MAX));
    let parameters = [
        parameter(WORDS, "Words to look for.", words).build(),
        parameter(AFTER, "The row after which to begin: follow `next` instead of writing it.", after).build(),
    ]
    .into_iter()
    .chain(list.filters.iter().map(|filter| {
        parameter(filter.name, filter.about, schema_of(filter.values)).example(Some(filter.example.into())).build()
    }));
    OperationBuilder::new()
        .operation_id(Some(list.name))
        .summary(Some(list.about))
        .parameters(Some(parameters))
        .response("200", fine.build())
        .response("400", refused("A parameter is unknown, given twice, or has no such value."))
        .response("404", refused("There is no such row to begin after."))
        .build()
}

fn refused(about: &str) -> utoipa::openapi::Response {
    let content = Content::new(Some(Ref::from_schema_name(PROBLEM)));
    ResponseBuilder::new().description(about).content("application/problem+json", content).build()
}

fn parameter(name: &str, about: &str, schema: ObjectBuilder) -> ParameterBuilder {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(about))
        .schema(Some(Schema::Object(schema.build())))
}

fn schema_of(values: FilterValues) -> ObjectBuilder {
    let schema = ObjectBuilder::new().schema_type(Type::String);
    match values {
        FilterValues::OneOf(values) => schema.enum_values(Some(values())),
        FilterValues::Id => schema.format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid))),
        FilterValues::Year => schema.pattern(Some("^[0-9]{4}$")),
        FilterValues::Text => any_text(),
    }
}

/// Without the character that no database keeps.
fn any_text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String).pattern(Some(r"^[^\u0000]*$"))
}

/// RFC 9457.
fn problem() -> Schema {
    let object = ObjectBuilder::new()
        .property("type", text("Always `about:blank`: the status says it.", &[Type::String]))
        .property("title", text("What happened, in the reader's language.", &[Type::String]))
        .property("status", whole_number("The status of the answer."))
        .property("detail", text("What to do, in the reader's language.", &[Type::String]));
    let required = ["type", "title", "status", "detail"];
    Schema::Object(required.into_iter().fold(object, ObjectBuilder::required).build())
}

fn text(about: &str, types: &[Type]) -> Schema {
    let types = match types {
        [one] => SchemaType::Type(one.clone()),
        several => SchemaType::Array(several.to_vec()),
    };
    Schema::Object(ObjectBuilder::new().schema_type(types).description(Some(about)).build())
}

fn whole_number(about: &str) -> Schema {
    let number = ObjectBuilder::new()
        .schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
        .minimum(Some(0));
    Schema::Object(number.description(Some(about)).build())
}
