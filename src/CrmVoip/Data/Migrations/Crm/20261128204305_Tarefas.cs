using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Tasks, and with them the next step of a deal. The tasks of next steps that are there already are made by durable work.</summary>
    public partial class Tarefas : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "tarefas_prontas",
                table: "oportunidades",
                type: "boolean",
                nullable: false,
                defaultValueSql: "false");

            migrationBuilder.CreateTable(
                name: "tarefas",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tipo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    texto = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    dia = table.Column<DateOnly>(type: "date", nullable: true),
                    hora = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    prazo = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    responsavel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    oportunidade_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contato_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concluida_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    concluida_por_id = table.Column<Guid>(type: "uuid", nullable: true),
                    criada_por_id = table.Column<Guid>(type: "uuid", nullable: true),
                    criada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tarefas", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_tarefas_tipo", "tipo in ('ligacao', 'reuniao', 'email', 'proposta', 'outra')");
                    table.ForeignKey(
                        name: "fk_tarefas_contatos_organizacao_id_contato_id",
                        columns: x => new { x.organizacao_id, x.contato_id },
                        principalTable: "contatos",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tarefas_membros_organizacao_id_concluida_por_id",
                        columns: x => new { x.organizacao_id, x.concluida_por_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tarefas_membros_organizacao_id_criada_por_id",
                        columns: x => new { x.organizacao_id, x.criada_por_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tarefas_membros_organizacao_id_responsavel_id",
                        columns: x => new { x.organizacao_id, x.responsavel_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tarefas_oportunidades_organizacao_id_oportunidade_id",
                        columns: x => new { x.organizacao_id, x.oportunidade_id },
                        principalTable: "oportunidades",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_tarefas_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_da_pessoa",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "responsavel_id", "criada_em", "id" },
                filter: "situacao = 'aberta'");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_sem_passo",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "responsavel_id", "na_etapa_desde", "id" },
                filter: "situacao = 'aberta' and proximo_passo is null and proximo_passo_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_sem_tarefas",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "id" },
                filter: "not tarefas_prontas and situacao = 'aberta' and (proximo_passo is not null or proximo_passo_em is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_abertas",
                table: "tarefas",
                columns: new[] { "organizacao_id", "prazo", "id" },
                filter: "concluida_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_concluidas",
                table: "tarefas",
                columns: new[] { "organizacao_id", "concluida_em", "id" },
                filter: "concluida_em is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_concluidas_da_pessoa",
                table: "tarefas",
                columns: new[] { "organizacao_id", "responsavel_id", "concluida_em", "id" },
                filter: "concluida_em is not null");

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_da_pessoa",
                table: "tarefas",
                columns: new[] { "organizacao_id", "responsavel_id", "prazo", "id" },
                filter: "concluida_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_do_tipo",
                table: "tarefas",
                columns: new[] { "organizacao_id", "tipo", "prazo", "id" },
                filter: "concluida_em is null");

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_organizacao_id_concluida_por_id",
                table: "tarefas",
                columns: new[] { "organizacao_id", "concluida_por_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_organizacao_id_contato_id_concluida_em",
                table: "tarefas",
                columns: new[] { "organizacao_id", "contato_id", "concluida_em" });

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_organizacao_id_criada_por_id",
                table: "tarefas",
                columns: new[] { "organizacao_id", "criada_por_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tarefas_organizacao_id_oportunidade_id_concluida_em",
                table: "tarefas",
                columns: new[] { "organizacao_id", "oportunidade_id", "concluida_em" });

            migrationBuilder.IsolarPorOrganizacao("tarefas");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "tarefas");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "tarefas");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_da_pessoa",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_sem_passo",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_sem_tarefas",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "tarefas_prontas",
                table: "oportunidades");
        }
    }
}
