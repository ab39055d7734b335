using CrmVoip.Limit;
using Npgsql;

// The board without a framework: what this machine and this PostgreSQL allow. One round trip, one buffer, one write. LIMIT_DATABASE
// is crm_app's; LIMIT_KEY, in hexadecimal, is what tickets are signed with.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
await using var app = builder.Build();

// The tenant is told anew in every batch and ends with it: nothing is left to reset.
var connection = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("LIMIT_DATABASE")) { MaxPoolSize = 16, NoResetOnClose = true };
await using var database = NpgsqlDataSource.Create(connection.ConnectionString);
var tickets = new Ticket(Convert.FromHexString(Environment.GetEnvironmentVariable("LIMIT_KEY") ?? ""));
var board = new Board(database, new Team(database));

app.MapGet("/health", () => "ok");
app.MapGet("/oportunidades", async (HttpContext context) =>
{
    if (tickets.Read(context.Request.Cookies[Ticket.Cookie], DateTimeOffset.UtcNow) is not { } person)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return;
    }

    using var page = new Page();
    if (!await board.WriteAsync(page, person))
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return;
    }

    context.Response.ContentType = "text/html; charset=utf-8";
    context.Response.ContentLength = page.Written.Length;
    await context.Response.Body.WriteAsync(page.Written);
});
await app.RunAsync();
