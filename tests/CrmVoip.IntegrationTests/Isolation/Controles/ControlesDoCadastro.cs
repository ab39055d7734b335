using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Correio;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDoCadastro : IControles
{
    private const string Nova = "outra-senha-de-teste-comprida";
    private const string Terminar = "/conta/criar/{id:guid}/{token}";
    private const string Redefinir = "/conta/redefinir/{usuarioId:guid}/{token}";

    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /conta/criar").Anonimo().Form(
            _ => [("Nome", "Nova Pessoa"), ("Email", $"{Guid.NewGuid():N}@teste.example"), ("Senha", Nova), ("Organizacao", "Nova"), ("Slug", Slug())],
            "Senha"),
        Controle.De("POST /conta/organizacoes/criar").Form(_ => [("Organizacao", "Outra"), ("Slug", Slug())]),
        Controle.De("POST /conta/recuperar").Anonimo().Form(c => [("Email", c.Pessoa.Email)])
            .SemEstragar("it needs an SMTP server; the tests of the feature have one"),
        Controle.De($"GET {Redefinir}").PorSegredo().Anonimo().ComVarios(LinkAsync),
        Controle.De($"POST {Redefinir}").PorSegredo().Anonimo().ComVarios(LinkAsync).Form(_ => [("NovaSenha", Nova)], "NovaSenha"),
        Controle.De($"GET {Terminar}").PorSegredo().Anonimo().ComVarios(PedidoAsync),
        Controle.De($"POST {Terminar}").PorSegredo().Anonimo().ComVarios(PedidoAsync).Form(_ => [("Senha", Nova)], "Senha"),
        Controle.De("POST /conta/confirmar"),
        Controle.De("GET /conta/confirmar/{token}").PorSegredo().ComVarios(ProvaAsync),
        Controle.De("POST /conta/confirmar/{token}").PorSegredo().ComVarios(ProvaAsync),
        Controle.De("POST /conta/seguranca").Form(_ => [("SenhaAtual", PessoaDeTeste.Senha), ("NovaSenha", Nova)], "SenhaAtual", "NovaSenha").SemLimite("SenhaAtual"),
        Controle.De("POST /conta/seguranca/sair-de-tudo"),
        Controle.De("POST /conta/seguranca/sessoes/{id:guid}/encerrar").Com(OutraSessaoAsync),
    ];

    private static string Slug() => $"n{Guid.NewGuid():N}"[..20];

    private static async Task<object> OutraSessaoAsync(Cenario c)
    {
        using var outra = await c.Pessoa.EntrarAsync();
        return (await c.App.Banco.LerAsync($"select id from sessoes where usuario_id = '{c.Pessoa.Id}' order by criada_em desc limit 1")).Single()[0];
    }

    private static async Task<object[]> PedidoAsync(Cenario c)
    {
        await using var escopo = c.App.Services.CreateAsyncScope();
        var db = escopo.ServiceProvider.GetRequiredService<ContasDbContext>();
        var pedido = new PedidoDeConta($"{Guid.NewGuid():N}@teste.example", "Nova Pessoa", "Nova", Slug());
        db.Add(pedido);
        await db.SaveChangesAsync();
        return [pedido.Id, escopo.ServiceProvider.GetRequiredService<ProvaDeEndereco>().DoPedido(pedido)];
    }

    private static async Task<object[]> ProvaAsync(Cenario c)
    {
        await using var escopo = c.App.Services.CreateAsyncScope();
        var usuario = await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().FindByIdAsync($"{c.Pessoa.Id}");
        await c.App.Banco.ExecutarAsync($"update usuarios set email_confirmed = false where id = '{c.Pessoa.Id}'");
        return [escopo.ServiceProvider.GetRequiredService<ProvaDeEndereco>().DaConta(usuario!)];
    }

    private static async Task<object[]> LinkAsync(Cenario c)
    {
        await using var escopo = c.App.Services.CreateAsyncScope();
        var usuario = await escopo.ServiceProvider.GetRequiredService<UserManager<Usuario>>().FindByIdAsync($"{c.Pessoa.Id}");
        return [c.Pessoa.Id, escopo.ServiceProvider.GetRequiredService<TokenDeSenha>().Gerar(usuario!, TokenDeSenha.ValidadePadrao)];
    }
}
