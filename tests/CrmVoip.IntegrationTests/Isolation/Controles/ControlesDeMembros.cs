using CrmVoip.Domain;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeMembros : IControles
{
    private const string Convite = "/conta/convite/{organizacaoId:guid}/{id:guid}/{segredo}";

    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /membros/{id:guid}/papel").Com(async c => await c.OutraPessoaAsync()),
        Controle.De("POST /membros/{id:guid}/papel").Com(async c => await c.OutraPessoaAsync()).Form(_ => [("Papel", "Gestor")]),
        Controle.De("GET /membros/{id:guid}/desativar").Com(async c => await c.OutraPessoaAsync()),
        Controle.De("POST /membros/{id:guid}/desativar").Com(async c => await c.OutraPessoaAsync()).Form(_ => [("Sucessor", "ninguem")])
            .SemEstragar("where nothing is open it may be empty; DesativarTests spoils it"),
        Controle.De("GET /membros/{id:guid}/reativar").Com(async c => await DesativadaAsync(c)),
        Controle.De("POST /membros/{id:guid}/reativar").Com(async c => await DesativadaAsync(c)).Form(_ => [("Papel", "Vendedor")]),
        Controle.De("POST /convites/criar").Form(_ => [("Email", $"{Guid.NewGuid():N}@teste.example"), ("Papel", "Vendedor")]),
        Controle.De("POST /convites/{id:guid}/renovar").Com(async c => await c.OutroConviteAsync()),
        Controle.De("GET /convites/{id:guid}/revogar").Com(async c => await c.OutroConviteAsync()),
        Controle.De("POST /convites/{id:guid}/revogar").Com(async c => await c.OutroConviteAsync()),
        Controle.De($"GET {Convite}").PorSegredo().Anonimo().ComVarios(c => LinkAsync(c, NovoEmail())),
        Controle.De($"POST {Convite}").PorSegredo().ComVarios(c => LinkAsync(c, c.Pessoa.Email)),
        Controle.De($"POST {Convite}/conta").PorSegredo().Anonimo().ComVarios(c => LinkAsync(c, Convidado(c)))
            .Form(c => [("Nome", "Nova Pessoa"), ("Email", Convidado(c)), ("Senha", PessoaDeTeste.Senha)], "Senha").SemLimite("Email"),
        Controle.De($"POST {Convite}/enviar").PorSegredo().Anonimo().ComVarios(c => LinkAsync(c, NovoEmail())),
        Controle.De($"POST {Convite}/sair").PorSegredo().ComVarios(c => LinkAsync(c, NovoEmail())),
    ];

    // The address is the invitation's: the form shows it and takes no other.
    private static string Convidado(Cenario c) => $"{c.Marca}@convidado.example";

    private static string NovoEmail() => $"{Guid.NewGuid():N}@teste.example";

    private static async Task<object> DesativadaAsync(Cenario c)
    {
        var id = await c.OutraPessoaAsync();
        await c.App.Banco.ExecutarAsync($"update membros set ativo = false where organizacao_id = '{c.Organizacao.Id}' and usuario_id = '{id}'");
        return id;
    }

    private static async Task<object[]> LinkAsync(Cenario c, string email)
    {
        const string Segredo = "segredo-do-convite";
        var convite = new Convite(c.Organizacao.Id, email, Papel.Vendedor, c.Pessoa.Id, DateTimeOffset.UtcNow);
        convite.Renovar(SegredoDoConvite.Hash(Segredo), DateTimeOffset.UtcNow);
        await c.App.Banco.ExecutarAsync($"delete from convites where organizacao_id = '{c.Organizacao.Id}' and email = '{email}'");
        await c.Organizacao.SalvarAsync(convite);
        return [c.Organizacao.Id, convite.Id, Segredo];
    }
}
