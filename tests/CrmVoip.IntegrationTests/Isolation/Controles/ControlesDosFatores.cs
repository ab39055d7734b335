using CrmVoip.Data;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

/// <summary>Second factor and passkeys: of the own account, and what an organization demands.</summary>
public sealed class ControlesDosFatores : IControles
{
    private const string SoDepois = "it counts only after the step before it: Features/Pessoas/Fatores tries it";

    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /conta/entrar/codigo").Anonimo().Form(_ => [("Codigo", "123456")], "Codigo").SemEstragar(SoDepois),
        Controle.De("POST /conta/entrar/recuperacao").Anonimo().Form(_ => [("Codigo", "abcd")], "Codigo").SemEstragar(SoDepois),
        Controle.De("POST /conta/entrar/chave").Anonimo(),
        Controle.De("POST /conta/chave/opcoes").Anonimo(),
        Controle.De("POST /conta/reentrar").Anonimo().Form(c => [("Pessoa", $"{c.Pessoa.Id}"), ("Email", c.Pessoa.Email), ("Senha", PessoaDeTeste.Senha)], "Senha").SemLimite("Email", "Senha"),
        Controle.De("POST /conta/reentrar/codigo").Anonimo().Form(_ => [("Codigo", "123456")], "Codigo").SemEstragar(SoDepois),
        Controle.De("POST /conta/reentrar/chave").Anonimo(),
        Controle.De("POST /conta/provar").Form(_ => [("Prova", PessoaDeTeste.Senha), ("Arquivo", "false")], "Prova").SemLimite("ReturnUrl", "Chave"),
        Controle.De("POST /conta/seguranca/duas-etapas/comecar"),
        Controle.De("POST /conta/seguranca/duas-etapas/ligar").Form(_ => [("Codigo", "123456")]).SemEstragar(SoDepois),
        Controle.De("POST /conta/seguranca/duas-etapas/codigos"),
        Controle.De("POST /conta/seguranca/duas-etapas/desligar").Form(_ => [("Senha", PessoaDeTeste.Senha), ("Codigo", "123456")], "Senha").SemEstragar(SoDepois),
        Controle.De("POST /conta/seguranca/chaves/opcoes"),
        Controle.De("POST /conta/seguranca/chaves"),
        Controle.De("GET /conta/seguranca/chaves/{id}").Com(async c => await ChaveAsync(c)),
        Controle.De("POST /conta/seguranca/chaves/{id}").Com(async c => await ChaveAsync(c)).Form(_ => [("Nome", "Celular")]),
        Controle.De("GET /conta/seguranca/chaves/{id}/remover").Com(async c => await ChaveAsync(c)),
        Controle.De("POST /conta/seguranca/chaves/{id}/remover").Com(async c => await ChaveAsync(c)),
        Controle.De("POST /membros/segundo-fator").Form(_ => [("Gestor", "true"), ("Vendedor", "true")]).SemEstragar("every choice is a valid one"),
    ];

    // Its key opens nothing: it is only there to be named and removed.
    private static async Task<object> ChaveAsync(Cenario c)
    {
        await using var escopo = c.App.Services.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        var id = Guid.NewGuid().ToByteArray();
        db.Add(new ChaveDeAcesso
        {
            CredentialId = id,
            UserId = c.Pessoa.Id,
            Data = new IdentityPasskeyData { Name = "Chave", PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], CreatedAt = DateTimeOffset.UtcNow },
        });
        await db.SaveChangesAsync();
        return System.Buffers.Text.Base64Url.EncodeToString(id);
    }
}
