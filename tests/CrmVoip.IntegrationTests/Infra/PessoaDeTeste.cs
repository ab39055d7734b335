using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Vault;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A member of a test's tenant.</summary>
public sealed record PessoaDeTeste(OrganizacaoDeTeste Organizacao, Guid Id, string Email, Papel Papel)
{
    public const string Senha = "uma-senha-de-teste-comprida";

    public Task<ClienteDeTeste> EntrarAsync() => EntrarAsync(Organizacao.App.Cliente());

    public Task<ClienteDeTeste> EntrarAsync(WebApplicationFactory<CrmDbContext> instancia) =>
        EntrarAsync(instancia.CreateClient(new() { AllowAutoRedirect = false }));

    private async Task<ClienteDeTeste> EntrarAsync(HttpClient http)
    {
        var cliente = new ClienteDeTeste(http, Organizacao.Base);
        await cliente.EntrarAsync(Email, Senha);
        return cliente;
    }

    /// <summary>Given by an administrador, unless it is only registered by its person.</summary>
    public async Task<RamalVoip> ComRamalAsync(
        string extension = "1001", string senha = "senha-sip", string sipDomain = "teste.simulador", bool confirmado = true)
    {
        var cofre = Organizacao.App.Services.GetRequiredService<ICofre>();
        var ramal = new RamalVoip(Organizacao.Id, Id, extension, sipDomain);
        var segredo = new RamalVoipSegredo(ramal, id => cofre.Cifrar(new LugarDoSegredo(Organizacao.Id, RamalVoipSegredo.Coluna, id), senha));
        ramal.UsarSegredo(segredo);
        await Organizacao.ComDbAsync(
            async db =>
            {
                var lugar = await db.LugarDosRamaisAsync(CancellationToken.None);
                ramal.Alojar(lugar.Length > 0 ? lugar : sipDomain);
                if (confirmado)
                {
                    ramal.Dar(Id, DateTimeOffset.UtcNow);
                }

                db.AddRange(ramal, segredo);
                return await db.SaveChangesAsync();
            },
            como: this);
        return ramal;
    }
}
