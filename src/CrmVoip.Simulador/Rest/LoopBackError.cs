namespace CrmVoip.Simulador.Rest;

/// <summary>The error envelope of LoopBack 3, which the provider runs on.</summary>
public static class LoopBackError
{
    public static IResult InvalidToken { get; } = Create(401, "Error", "Invalid Access Token", "INVALID_TOKEN");

    public static IResult Forbidden { get; } = Create(403, "Error", "Access Denied", "ACCESS_DENIED");

    public static IResult TooManyRequests { get; } = Create(429, "TooManyRequests", "Too many requests, please try again later.");

    public static IResult BadRequest(string message) => Create(400, "Error", message);

    public static IResult NotFound(string message) => Create(404, "Error", message, "MODEL_NOT_FOUND");

    public static IResult Invalid(string message) => Create(422, "ValidationError", message);

    public static IResult Create(int statusCode, string name, string message, string? code = null) => Results.Json(
        code is null ? new { error = new { statusCode, name, message } } : new { error = new { statusCode, name, message, code } } as object,
        statusCode: statusCode);
}
