using CrmVoip.Simulador.Contas;

namespace CrmVoip.Simulador.Rest;

public static class UsersEndpoints
{
    private const string CreatedAt = "2026-01-05T09:00:00.000Z";

    public static void MapUsers(this RouteGroupBuilder api) => api.MapGet("/users/me", (HttpContext http) =>
    {
        var credencial = http.Credencial();
        return Results.Ok(new
        {
            name = credencial.Nome,
            email = credencial.Email,
            phone = "+551140000000",
            role = credencial.Papel == Papel.Administrador ? "ADMIN" : "USER",
            emailVerified = true,
            createdAt = CreatedAt,
            updatedAt = CreatedAt,
        });
    });
}
